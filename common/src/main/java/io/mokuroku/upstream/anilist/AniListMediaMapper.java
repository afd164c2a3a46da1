package io.mokuroku.upstream.anilist;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.Labels;
import io.mokuroku.upstream.MediaFacts;
import io.mokuroku.upstream.MediaFacts.PictureKind;
import io.mokuroku.upstream.MediaFacts.PictureSize;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.RelationFacts;
import io.mokuroku.upstream.SamePages;
import io.mokuroku.upstream.StatisticsFacts;
import io.mokuroku.upstream.StatisticsFacts.ContextualRank;
import io.mokuroku.upstream.StatisticsFacts.ListState;
import io.mokuroku.upstream.Values;
import io.mokuroku.upstream.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What AniList says of relations, ratings, pictures and links.
 */
final class AniListMediaMapper {

	private static final Wording<ListState> LIST = Wording.<ListState>about("list state")
		.say(ListState.WATCHING, "CURRENT")
		.say(ListState.COMPLETED, "COMPLETED")
		.say(ListState.ON_HOLD, "PAUSED")
		.say(ListState.DROPPED, "DROPPED")
		.say(ListState.PLANNED, "PLANNING")
		.say(ListState.REPEATING, "REPEATING")
		.build();

	private static final Wording<Boolean> STREAMS = Wording.<Boolean>about("link type")
		.say(true, "STREAMING")
		.say(false, "INFO", "SOCIAL")
		.build();

	private final Notes notes;

	AniListMediaMapper(Notes notes) {
		this.notes = notes;
	}

	List<SourceLink> sameAs(AniListMedia anime) {
		List<String> addresses = new ArrayList<>();
		Long mal = Values.positive(anime.idMal());
		if (mal != null) {
			addresses.add("https://myanimelist.net/anime/" + mal);
		}
		for (AniListMedia.ExternalLink link : Values.<AniListMedia.ExternalLink>each(anime.externalLinks())) {
			addresses.add(Objects.requireNonNullElse(link.url(), ""));
		}
		return SamePages.among(Provider.ANILIST, addresses);
	}

	/** The node's type tells anime from books. */
	RelationFacts relations(AniListMedia anime) {
		List<RelationFacts.ToAnime> toAnime = new ArrayList<>();
		List<RelationFacts.ToSource> toSources = new ArrayList<>();
		List<AniListMedia.Relation> edges = (anime.relations() != null) ? Values.each(anime.relations().edges())
				: List.of();
		for (AniListMedia.Relation edge : edges) {
			RelationType type = Labels.RELATION.of(edge.relationType(), RelationType.OTHER, this.notes);
			AniListMedia.Target node = edge.node();
			Long id = (node != null) ? Values.positive(node.id()) : null;
			String title = (node != null && node.title() != null) ? Values.text(node.title().romaji()) : null;
			if (node != null && id != null && "ANIME".equals(node.type())) {
				Long mal = Values.positive(node.idMal());
				toAnime.add(new RelationFacts.ToAnime(type, new SourceLink(Provider.ANILIST, Long.toString(id)),
						(mal != null) ? List.of(new SourceLink(Provider.MYANIMELIST, Long.toString(mal))) : List.of(),
						title, Values.text(node.format())));
			}
			else if (node != null && id != null && "MANGA".equals(node.type())) {
				toSources.add(new RelationFacts.ToSource(type, URI.create("https://anilist.co/manga/" + id), title,
						Values.text(node.format())));
			}
			else {
				this.notes.add("relation target", (node != null) ? String.valueOf(node.id()) : "");
			}
		}
		return new RelationFacts(toAnime, toSources);
	}

	/** {@code popularity} counts people here; ranks stand apart. */
	StatisticsFacts statistics(AniListMedia anime) {
		Map<Double, Long> votes = new TreeMap<>();
		Map<ListState, Long> lists = new TreeMap<>();
		AniListMedia.Stats stats = Objects.requireNonNullElse(anime.stats(), new AniListMedia.Stats(null, null));
		for (AniListMedia.Amount amount : Values.<AniListMedia.Amount>each(stats.scoreDistribution())) {
			if (amount.score() != null && amount.amount() != null) {
				votes.put(amount.score() / 10.0, amount.amount());
			}
		}
		for (AniListMedia.Amount amount : Values.<AniListMedia.Amount>each(stats.statusDistribution())) {
			ListState state = LIST.of(amount.status(), this.notes);
			if (state != null && amount.amount() != null) {
				lists.put(state, amount.amount());
			}
		}
		Double score = (anime.averageScore() != null) ? anime.averageScore() : anime.meanScore();
		Long voters = votes.isEmpty() ? null : Long.valueOf(votes.values().stream().mapToLong(Long::longValue).sum());
		return StatisticsFacts.rated(score, 100, voters)
			.withRanks(allTime(anime, "RATED"), allTime(anime, "POPULAR"), contextual(anime))
			.withPeople(anime.popularity(), anime.favourites())
			.withDistribution(new StatisticsFacts.Distribution(votes, lists));
	}

	private static @Nullable Integer allTime(AniListMedia anime, String type) {
		return Values.<AniListMedia.Ranking>each(anime.rankings())
			.stream()
			.filter((ranking) -> Boolean.TRUE.equals(ranking.allTime()) && type.equals(ranking.type()))
			.map(AniListMedia.Ranking::rank)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private static List<ContextualRank> contextual(AniListMedia anime) {
		List<ContextualRank> ranks = new ArrayList<>();
		for (AniListMedia.Ranking ranking : Values.<AniListMedia.Ranking>each(anime.rankings())) {
			Integer rank = Values.positive(ranking.rank());
			String context = Values.text(ranking.context());
			if (rank != null && context != null && !Boolean.TRUE.equals(ranking.allTime())) {
				ranks.add(new ContextualRank(rank, context, Values.text(ranking.format()), ranking.year(),
						Values.text(ranking.season())));
			}
		}
		return ranks;
	}

	MediaFacts shown(AniListMedia anime) {
		List<MediaFacts.Picture> pictures = new ArrayList<>();
		AniListMedia.Cover cover = anime.coverImage();
		if (cover != null) {
			add(pictures, PictureKind.COVER, PictureSize.LARGE, cover.extraLarge());
			add(pictures, PictureKind.COVER, PictureSize.MEDIUM, cover.large());
			add(pictures, PictureKind.COVER, PictureSize.SMALL, cover.medium());
		}
		add(pictures, PictureKind.BANNER, PictureSize.ORIGINAL, anime.bannerImage());
		List<MediaFacts.Stream> streaming = new ArrayList<>();
		List<MediaFacts.Page> pages = new ArrayList<>();
		for (AniListMedia.ExternalLink link : Values.<AniListMedia.ExternalLink>each(anime.externalLinks())) {
			URI address = Values.webAddress(link.url());
			String site = Values.text(link.site());
			if (address == null || site == null) {
				this.notes.add("address", String.valueOf(link.url()));
			}
			else if (STREAMS.of(link.type(), false, this.notes)) {
				streaming.add(new MediaFacts.Stream(site, address, List.of()));
			}
			else {
				pages.add(new MediaFacts.Page(site, address));
			}
		}
		return new MediaFacts(pictures, trailers(anime.trailer()), streaming, pages);
	}

	private static List<MediaFacts.Trailer> trailers(AniListMedia.@Nullable Trailer trailer) {
		String id = (trailer != null) ? Values.text(trailer.id()) : null;
		String site = (trailer != null) ? Values.text(trailer.site()) : null;
		return (trailer != null && id != null && site != null) ? List
			.of(new MediaFacts.Trailer(site.toUpperCase(Locale.ROOT), id, null, Values.webAddress(trailer.thumbnail())))
				: List.of();
	}

	private static void add(List<MediaFacts.Picture> pictures, PictureKind kind, PictureSize size,
			@Nullable String address) {
		URI uri = Values.webAddress(address);
		// where there is no cover a drawing of one is served
		if (uri != null && !uri.getPath().endsWith("/default.jpg")) {
			pictures.add(new MediaFacts.Picture(kind, size, uri));
		}
	}

}
