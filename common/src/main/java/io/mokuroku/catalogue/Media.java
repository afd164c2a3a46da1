package io.mokuroku.catalogue;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What there is to hear, to watch and to open beside an anime itself.
 *
 * @param openings the songs at the beginning of its episodes
 * @param endings the songs at their end
 * @param trailers videos that announce it
 * @param streaming where it can be watched
 * @param externalLinks other pages about it, by a name in lower case without spaces
 */
public record Media(@JsonInclude(JsonInclude.Include.NON_EMPTY) List<ThemeSong> openings,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<ThemeSong> endings,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Trailer> trailers,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<StreamingLink> streaming,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, URI> externalLinks) {

	/** Nothing known. */
	public static final Media NONE = new Media(List.of(), List.of(), List.of(), List.of(), Map.of());

	@SuppressWarnings("NullAway") // what is empty is not stored
	public Media {
		openings = (openings != null) ? List.copyOf(openings) : List.of();
		endings = (endings != null) ? List.copyOf(endings) : List.of();
		trailers = (trailers != null) ? List.copyOf(trailers) : List.of();
		streaming = (streaming != null) ? List.copyOf(streaming) : List.of();
		externalLinks = (externalLinks != null) ? Collections.unmodifiableMap(new TreeMap<>(externalLinks)) : Map.of();
	}

	/**
	 * A song.
	 *
	 * @param sequence its place among those of its kind, from 1
	 * @param title its title
	 * @param titleNative its title in the original script
	 * @param artist who performs it
	 * @param episodes the episodes it is heard in, as written ("1-13, 15")
	 * @param raw the whole line as the provider writes it
	 */
	public record ThemeSong(int sequence, @Nullable String title, @Nullable String titleNative, @Nullable String artist,
			@Nullable String episodes, String raw) {

		public ThemeSong {
			Objects.requireNonNull(raw, "raw");
		}

	}

	/**
	 * A video on a site for videos.
	 *
	 * @param site the site in upper case (YOUTUBE, DAILYMOTION)
	 * @param id the site's id of it
	 * @param thumbnail a still of it
	 */
	public record Trailer(String site, String id, @Nullable URI thumbnail) {

		public Trailer {
			Objects.requireNonNull(site, "site");
			Objects.requireNonNull(id, "id");
		}

	}

	/**
	 * Where an anime can be watched.
	 *
	 * @param platform its name
	 * @param url the page
	 */
	public record StreamingLink(String platform, URI url) {

		public StreamingLink {
			Objects.requireNonNull(platform, "platform");
			Objects.requireNonNull(url, "url");
		}

	}

}
