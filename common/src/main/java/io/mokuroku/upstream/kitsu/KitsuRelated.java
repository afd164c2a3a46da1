package io.mokuroku.upstream.kitsu;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.Labels;
import io.mokuroku.upstream.Languages;
import io.mokuroku.upstream.MediaFacts;
import io.mokuroku.upstream.MediaFacts.PictureKind;
import io.mokuroku.upstream.MediaFacts.PictureSize;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.ProductionFacts;
import io.mokuroku.upstream.ProductionFacts.Company;
import io.mokuroku.upstream.RelationFacts;
import io.mokuroku.upstream.SamePages;
import io.mokuroku.upstream.SubjectFacts;
import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * What Kitsu says of an anime in resources beside it.
 */
final class KitsuRelated {

	/** The address a mapping's id belongs to. */
	private static final Map<String, String> SITES = Map.of("myanimelist/anime", "https://myanimelist.net/anime/",
			"anilist/anime", "https://anilist.co/anime/", "anilist", "https://anilist.co/", "anidb",
			"https://anidb.net/anime/", "animenewsnetwork",
			"https://www.animenewsnetwork.com/encyclopedia/anime.php?id=");

	/** Sites that number something else than anime as they were released. */
	private static final Set<String> NOT_OURS = Set.of("thetvdb", "thetvdb/series", "thetvdb/season", "trakt",
			"imdb/episodes", "hulu", "aozora", "mydramalist");

	private final Notes notes;

	KitsuRelated(Notes notes) {
		this.notes = notes;
	}

	List<SourceLink> sameAs(KitsuAnime anime, KitsuIndex included) {
		List<String> addresses = new ArrayList<>();
		for (KitsuIncluded mapping : included.follow(anime.relationships(), "mappings")) {
			String site = Values.folded(KitsuIndex.attributes(mapping).externalSite());
			String prefix = SITES.get(site);
			if (prefix != null) {
				addresses.add(prefix + KitsuIndex.attributes(mapping).externalId());
			}
			else if (!NOT_OURS.contains(site)) {
				this.notes.add("mapping", site);
			}
		}
		return SamePages.among(Provider.KITSU, addresses);
	}

	/**
	 * Genres and categories overlap, and neither list is closed: all of them are tags.
	 */
	SubjectFacts subjects(KitsuAnime anime, KitsuIndex included) {
		Map<String, SubjectFacts.Tag> tags = new LinkedHashMap<>();
		for (KitsuIncluded category : included.follow(anime.relationships(), "categories")) {
			KitsuIncluded.Attributes its = KitsuIndex.attributes(category);
			String title = Values.text(its.title());
			if (title != null) {
				tags.putIfAbsent(Values.folded(title), new SubjectFacts.Tag(title, Values.text(its.description()), null,
						null, false, Boolean.TRUE.equals(its.nsfw())));
			}
		}
		for (KitsuIncluded genre : included.follow(anime.relationships(), "genres")) {
			String name = Values.text(KitsuIndex.attributes(genre).name());
			if (name != null) {
				tags.putIfAbsent(Values.folded(name), SubjectFacts.Tag.of(name));
			}
		}
		return new SubjectFacts(List.of(), List.of(), List.of(), List.copyOf(tags.values()));
	}

	ProductionFacts production(KitsuAnime anime, KitsuIndex included) {
		List<Company> studios = new ArrayList<>();
		List<Company> producers = new ArrayList<>();
		List<Company> licensors = new ArrayList<>();
		for (KitsuIncluded production : included.follow(anime.relationships(), "animeProductions")) {
			String name = included.followOne(production.relationships(), "producer")
				.map((producer) -> Values.text(KitsuIndex.attributes(producer).name()))
				.orElse(null);
			String role = Values.folded(KitsuIndex.attributes(production).role());
			if (name != null) {
				Company company = new Company(name, null);
				switch (role) {
					case "studio" -> studios.add(company);
					case "producer" -> producers.add(company);
					case "licensor" -> licensors.add(company);
					default -> this.notes.add("production role", role);
				}
			}
		}
		return new ProductionFacts(studios, producers, licensors, null, null, List.of(), List.of());
	}

	/** The type of the destination tells anime from books. */
	RelationFacts relations(KitsuAnime anime, KitsuIndex included) {
		List<RelationFacts.ToAnime> toAnime = new ArrayList<>();
		List<RelationFacts.ToSource> toSources = new ArrayList<>();
		for (KitsuIncluded relationship : included.follow(anime.relationships(), "mediaRelationships")) {
			RelationType type = Labels.RELATION.of(KitsuIndex.attributes(relationship).role(), RelationType.OTHER,
					this.notes);
			KitsuIncluded.Attributes its = included.followOne(relationship.relationships(), "destination")
				.map(KitsuIndex::attributes)
				.orElse(KitsuIncluded.Attributes.NOTHING);
			for (KitsuIncluded.Reference target : KitsuIndex.references(relationship.relationships(), "destination")) {
				String id = Objects.requireNonNullElse(target.id(), "");
				if ("anime".equals(target.type()) && !id.isEmpty()) {
					toAnime.add(new RelationFacts.ToAnime(type, new SourceLink(Provider.KITSU, id), List.of(),
							Values.text(its.canonicalTitle()), Values.text(its.subtype())));
				}
				else if ("manga".equals(target.type()) && id.matches("\\d+")) {
					toSources.add(new RelationFacts.ToSource(type, URI.create("https://kitsu.app/manga/" + id),
							Values.text(its.canonicalTitle()), Values.text(its.subtype())));
				}
				else {
					this.notes.add("relation target", target.toString());
				}
			}
		}
		return new RelationFacts(toAnime, toSources);
	}

	MediaFacts media(KitsuAnime anime, KitsuAnime.Attributes its, KitsuIndex included) {
		List<MediaFacts.Picture> pictures = new ArrayList<>();
		add(pictures, PictureKind.POSTER, PictureSize.ORIGINAL, its.posterImage(), "original");
		add(pictures, PictureKind.POSTER, PictureSize.LARGE, its.posterImage(), "large");
		add(pictures, PictureKind.POSTER, PictureSize.MEDIUM, its.posterImage(), "medium");
		add(pictures, PictureKind.POSTER, PictureSize.SMALL, its.posterImage(), "small");
		add(pictures, PictureKind.BANNER, PictureSize.ORIGINAL, its.coverImage(), "original");
		String video = Values.text(its.youtubeVideoId());
		return new MediaFacts(pictures,
				(video != null) ? List.of(new MediaFacts.Trailer("YOUTUBE", video, null, null)) : List.of(),
				streaming(anime, included), List.of());
	}

	private List<MediaFacts.Stream> streaming(KitsuAnime anime, KitsuIndex included) {
		List<MediaFacts.Stream> streams = new ArrayList<>();
		for (KitsuIncluded link : included.follow(anime.relationships(), "streamingLinks")) {
			KitsuIncluded.Attributes its = KitsuIndex.attributes(link);
			URI address = Values.looseAddress(its.url());
			if (address != null) {
				String host = Objects.requireNonNullElse(address.getHost(), "").replaceFirst("^www\\.", "");
				streams.add(new MediaFacts.Stream(
						included.followOne(link.relationships(), "streamer")
							.map((streamer) -> Values.text(KitsuIndex.attributes(streamer).siteName()))
							.orElse(host),
						address,
						Values.texts(its.subs()).stream().map((sub) -> Languages.located(sub, this.notes)).toList()));
			}
			else if (Values.text(its.url()) != null) {
				this.notes.add("address", String.valueOf(its.url()));
			}
		}
		return streams;
	}

	/** A picture of a size; null if it has none. */
	static @Nullable URI address(@Nullable Map<String, Object> image, String size) {
		Object address = Objects.requireNonNullElse(image, Map.<String, Object>of()).get(size);
		return (address instanceof String text) ? Values.webAddress(text) : null;
	}

	private static void add(List<MediaFacts.Picture> pictures, PictureKind kind, PictureSize as,
			@Nullable Map<String, Object> image, String size) {
		URI uri = address(image, size);
		if (uri != null) {
			pictures.add(new MediaFacts.Picture(kind, as, uri));
		}
	}

}
