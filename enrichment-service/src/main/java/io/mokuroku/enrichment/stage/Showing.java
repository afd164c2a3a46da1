package io.mokuroku.enrichment.stage;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.Gallery.Image;
import io.mokuroku.catalogue.Media.StreamingLink;
import io.mokuroku.catalogue.Media.ThemeSong;
import io.mokuroku.catalogue.Media.Trailer;
import io.mokuroku.catalogue.Production.Company;
import io.mokuroku.catalogue.Statistics;
import io.mokuroku.enrichment.merge.Folding;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.MediaFacts.Picture;
import io.mokuroku.upstream.MediaFacts.PictureKind;
import io.mokuroku.upstream.MediaFacts;
import io.mokuroku.upstream.ProductionFacts;
import io.mokuroku.upstream.StatisticsFacts;
import org.jspecify.annotations.Nullable;

/**
 * What providers show of an anime, in the catalogue's records.
 */
final class Showing {

	private Showing() {
	}

	static @Nullable Delay delay(AnimeFacts facts) {
		AiringFacts.Delay delay = facts.airing().delay();
		return (delay != null) ? new Delay(delay.from(), delay.indefinite() ? null : delay.until(), delay.reason())
				: null;
	}

	static List<Map.Entry<String, String>> titles(Map<String, List<String>> byLanguage) {
		List<Map.Entry<String, String>> titles = new ArrayList<>();
		new TreeMap<>(byLanguage)
			.forEach((language, its) -> its.forEach((title) -> titles.add(Map.entry(language, title))));
		return titles;
	}

	static List<Company> companies(ProductionFacts production) {
		return Stream.of(production.studios(), production.producers(), production.licensors())
			.flatMap(List::stream)
			.map((company) -> new Company(AnimeId.company(Folding.of(company.name())), company.name(),
					(company.page() != null) ? List.of(company.page()) : List.of()))
			.toList();
	}

	/** One company that two providers have pages about. */
	static Company together(Company first, Company second) {
		return new Company(first.id(), first.name(),
				Stream.concat(first.links().stream(), second.links().stream()).toList());
	}

	static List<ThemeSong> songs(List<ProductionFacts.ThemeSong> songs) {
		List<ThemeSong> all = new ArrayList<>();
		for (ProductionFacts.ThemeSong song : songs) {
			int place = Objects.requireNonNullElse(song.sequence(), all.size() + 1);
			all.add(new ThemeSong(place, song.title(), song.titleNative(), song.artist(), song.episodes(), song.raw()));
		}
		return all;
	}

	static List<Trailer> trailers(MediaFacts media) {
		return media.trailers()
			.stream()
			.map((trailer) -> new Trailer(trailer.site(), trailer.id(), trailer.thumbnail()))
			.toList();
	}

	static List<StreamingLink> streaming(List<MediaFacts.Stream> streams) {
		return streams.stream().map((link) -> new StreamingLink(link.platform(), link.address())).toList();
	}

	static List<Map.Entry<String, URI>> links(MediaFacts media) {
		Map<String, URI> links = new TreeMap<>();
		media.external()
			.forEach((page) -> links.putIfAbsent(page.name().toLowerCase(Locale.ROOT).replaceAll("\\s+", ""),
					page.address()));
		return List.copyOf(links.entrySet());
	}

	/** The largest picture of each that is shown in several sizes. */
	static List<Image> images(AnimeFacts facts, PictureKind kind) {
		return facts.media()
			.pictures()
			.stream()
			.filter((picture) -> picture.kind() == kind)
			.max(Comparator.comparing(Picture::size))
			.map((picture) -> new Image(picture.address(), facts.link().provider()))
			.stream()
			.toList();
	}

	static @Nullable Statistics statistics(StatisticsFacts facts) {
		Map<Integer, Long> distribution = new TreeMap<>();
		facts.distribution().votes().forEach((score, votes) -> distribution.put((int) Math.round(score * 10), votes));
		List<Statistics.ContextualRank> ranks = facts.contextualRanks()
			.stream()
			.map((its) -> new Statistics.ContextualRank(its.rank(), its.context(), its.format(), its.year(),
					its.season()))
			.toList();
		Statistics statistics = new Statistics(facts.score(), facts.scoredBy(), facts.rank(), facts.popularityRank(),
				facts.members(), facts.favourites(), distribution, ranks);
		return statistics.equals(new Statistics(null, null, null, null, null, null, Map.of())) ? null : statistics;
	}

	/** An address without its query, its scheme and the www of its host. */
	static String page(URI address) {
		String host = Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT);
		String path = Objects.requireNonNullElse(address.getPath(), "");
		return (host.startsWith("www.") ? host.substring(4) : host)
				+ (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
	}

}
