package io.mokuroku.upstream.jikan;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.Labels;
import io.mokuroku.upstream.MediaFacts;
import io.mokuroku.upstream.MediaFacts.PictureKind;
import io.mokuroku.upstream.MediaFacts.PictureSize;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.RelationFacts;
import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * What Jikan says of relations, pictures, videos and links.
 */
final class JikanMedia {

	private static final Pattern EMBEDDED = Pattern.compile("/embed/(?<id>[\\w-]{11})");

	private final Notes notes;

	JikanMedia(Notes notes) {
		this.notes = notes;
	}

	/** Books are told by the type of the entry, never by the relation. */
	RelationFacts relations(JikanAnime anime) {
		List<RelationFacts.ToAnime> toAnime = new ArrayList<>();
		List<RelationFacts.ToSource> toSources = new ArrayList<>();
		for (JikanAnime.Relation relation : Values.<JikanAnime.Relation>each(anime.relations())) {
			RelationType type = Labels.RELATION.of(relation.relation(), RelationType.OTHER, this.notes);
			for (JikanAnime.Entry entry : Values.<JikanAnime.Entry>each(relation.entry())) {
				Long id = Values.positive(entry.malId());
				URI page = Values.webAddress(entry.url());
				if (id != null && "anime".equals(entry.type())) {
					toAnime.add(new RelationFacts.ToAnime(type, new SourceLink(Provider.MYANIMELIST, Long.toString(id)),
							List.of(), Values.text(entry.name()), null));
				}
				else if (page != null && "manga".equals(entry.type())) {
					toSources.add(new RelationFacts.ToSource(type, page, Values.text(entry.name()), entry.type()));
				}
				else {
					this.notes.add("relation target", String.valueOf(entry.url()));
				}
			}
		}
		return new RelationFacts(toAnime, toSources);
	}

	MediaFacts shown(JikanAnime anime) {
		return new MediaFacts(pictures(anime), trailers(anime.trailer()), streaming(anime), pages(anime));
	}

	/** An image's address in its usual size, of somebody or something. */
	static @Nullable URI image(@Nullable Map<String, JikanAnime.Image> images) {
		JikanAnime.Image image = Objects.requireNonNullElse(images, Map.<String, JikanAnime.Image>of()).get("jpg");
		String address = (image != null) ? image.imageUrl() : null;
		boolean placeholder = address != null && address.contains("/questionmark_");
		return placeholder ? null : Values.webAddress(address);
	}

	private static List<MediaFacts.Picture> pictures(JikanAnime anime) {
		List<MediaFacts.Picture> pictures = new ArrayList<>();
		JikanAnime.Image image = Objects.requireNonNullElse(anime.images(), Map.<String, JikanAnime.Image>of())
			.get("jpg");
		if (image != null) {
			add(pictures, PictureSize.LARGE, image.largeImageUrl());
			add(pictures, PictureSize.MEDIUM, image.imageUrl());
			add(pictures, PictureSize.SMALL, image.smallImageUrl());
		}
		return pictures;
	}

	private static void add(List<MediaFacts.Picture> pictures, PictureSize size, @Nullable String address) {
		URI uri = Values.webAddress(address);
		if (uri != null) {
			pictures.add(new MediaFacts.Picture(PictureKind.COVER, size, uri));
		}
	}

	/** Newer answers tell the id in the address of the player alone. */
	private static List<MediaFacts.Trailer> trailers(JikanAnime.@Nullable Trailer trailer) {
		if (trailer == null) {
			return List.of();
		}
		String id = Values.text(trailer.youtubeId());
		if (id == null && trailer.embedUrl() != null) {
			Matcher embedded = EMBEDDED.matcher(trailer.embedUrl());
			id = embedded.find() ? embedded.group("id") : null;
		}
		Map<String, @Nullable String> images = Objects.requireNonNullElse(trailer.images(), Map.of());
		return (id == null) ? List.of()
				: List.of(new MediaFacts.Trailer("YOUTUBE", id, null, Values.webAddress(images.get("image_url"))));
	}

	private List<MediaFacts.Stream> streaming(JikanAnime anime) {
		List<MediaFacts.Stream> streams = new ArrayList<>();
		for (JikanAnime.Named link : Values.<JikanAnime.Named>each(anime.streaming())) {
			URI address = address(link);
			String name = Values.text(link.name());
			if (address != null && name != null) {
				streams.add(new MediaFacts.Stream(name, address, List.of()));
			}
		}
		return streams;
	}

	private List<MediaFacts.Page> pages(JikanAnime anime) {
		List<MediaFacts.Page> pages = new ArrayList<>();
		for (JikanAnime.Named link : Values.<JikanAnime.Named>each(anime.external())) {
			URI address = address(link);
			String name = Values.text(link.name());
			if (address != null && name != null) {
				pages.add(new MediaFacts.Page(name, address));
			}
		}
		return pages;
	}

	private @Nullable URI address(JikanAnime.Named link) {
		URI address = Values.webAddress(link.url());
		if (address == null && Values.text(link.url()) != null) {
			this.notes.add("address", String.valueOf(link.url()));
		}
		return address;
	}

}
