package io.mokuroku.upstream;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a provider shows of an anime and where it leads.
 *
 * @param pictures covers, posters and banners
 * @param trailers its trailers
 * @param streaming where it can be watched
 * @param external other pages about it
 */
public record MediaFacts(List<Picture> pictures, List<Trailer> trailers, List<Stream> streaming, List<Page> external) {

	/** Nothing known. */
	public static final MediaFacts NONE = new MediaFacts(List.of(), List.of(), List.of(), List.of());

	public MediaFacts {
		pictures = List.copyOf(pictures);
		trailers = List.copyOf(trailers);
		streaming = List.copyOf(streaming);
		external = List.copyOf(external);
	}

	/** The largest cover or poster; null if there is none. */
	public @Nullable URI picture() {
		return this.pictures.stream()
			.filter((picture) -> picture.kind() != PictureKind.BANNER)
			.max(Comparator.comparing(Picture::size))
			.map(Picture::address)
			.orElse(null);
	}

	/** The smallest cover or poster; null if there is none that is small. */
	public @Nullable URI thumbnail() {
		return this.pictures.stream()
			.filter((picture) -> picture.kind() != PictureKind.BANNER && picture.size() == PictureSize.SMALL)
			.findFirst()
			.map(Picture::address)
			.orElse(null);
	}

	/**
	 * A picture where its provider serves it.
	 *
	 * @param kind what it is for
	 * @param size how large the provider calls it
	 * @param address where it is
	 */
	public record Picture(PictureKind kind, PictureSize size, URI address) {

		public Picture {
			Objects.requireNonNull(kind, "kind");
			Objects.requireNonNull(size, "size");
			Objects.requireNonNull(address, "address");
		}

	}

	/** What a picture is for. */
	public enum PictureKind {

		COVER, POSTER, BANNER

	}

	/** How large a picture is, the smallest first. */
	public enum PictureSize {

		SMALL, MEDIUM, LARGE, ORIGINAL

	}

	/**
	 * A video.
	 *
	 * @param site where it is, in capitals: {@code YOUTUBE}, {@code DAILYMOTION}
	 * @param id the site's id
	 * @param title what the provider calls it
	 * @param thumbnail a picture of it
	 */
	public record Trailer(String site, String id, @Nullable String title, @Nullable URI thumbnail) {

		public Trailer {
			Objects.requireNonNull(site, "site");
			Objects.requireNonNull(id, "id");
		}

	}

	/**
	 * A page to watch at.
	 *
	 * @param platform who shows it
	 * @param address where
	 * @param languages of subtitles, where that is told, by BCP 47 tag
	 */
	public record Stream(String platform, URI address, List<String> languages) {

		public Stream {
			Objects.requireNonNull(platform, "platform");
			Objects.requireNonNull(address, "address");
			languages = List.copyOf(languages);
		}

	}

	/**
	 * Another page.
	 *
	 * @param name what the provider calls it ({@code Official Site})
	 * @param address where it is
	 */
	public record Page(String name, URI address) {

		public Page {
			Objects.requireNonNull(name, "name");
			Objects.requireNonNull(address, "address");
		}

	}

}
