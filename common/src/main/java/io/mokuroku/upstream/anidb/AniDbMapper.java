package io.mokuroku.upstream.anidb;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.SourceMaterial;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AudienceFacts;
import io.mokuroku.upstream.Dates;
import io.mokuroku.upstream.DerivedStatus;
import io.mokuroku.upstream.Labels;
import io.mokuroku.upstream.Languages;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.ProductionFacts.Company;
import io.mokuroku.upstream.ProductionFacts;
import io.mokuroku.upstream.RelationFacts;
import io.mokuroku.upstream.ReleaseFacts;
import io.mokuroku.upstream.StatisticsFacts;
import io.mokuroku.upstream.TextFacts;
import io.mokuroku.upstream.TitleFacts;
import org.jspecify.annotations.Nullable;

/**
 * From AniDB's words to the catalogue's. Its pictures must not be linked to, so none is
 * told.
 */
final class AniDbMapper {

	private final Notes notes;

	private final AniDbLinks links;

	AniDbMapper(Notes notes) {
		this.notes = notes;
		this.links = new AniDbLinks(notes);
	}

	/** It tells no status: that follows from the dates. */
	AnimeFacts facts(AniDbElement anime, Instant fetchedAt) {
		AnimeType type = Labels.TYPE.of(anime.textOf("type"), AnimeType.UNKNOWN, this.notes);
		Integer episodes = positive(anime.textOf("episodecount"));
		PartialDate from = Dates.partial(anime.textOf("startdate"), this.notes);
		PartialDate to = Dates.partial(anime.textOf("enddate"), this.notes);
		AniDbTags tags = new AniDbTags(anime.items("tags", "tag"));
		return new AnimeFacts(new SourceLink(Provider.ANIDB, anime.attribute("id")), fetchedAt,
				this.links.sameAs(anime), titles(anime), new ReleaseFacts(type, episodes, null, null),
				new AiringFacts(
						DerivedStatus.of(type, episodes, from, to, LocalDate.ofInstant(fetchedAt, Broadcast.JAPAN)),
						null, null, from, to, null, null, null, List.of()),
				new TextFacts(anime.textOf("description"), null),
				new AudienceFacts(null, "true".equals(anime.attribute("restricted")), tags.warnings()), tags.subjects(),
				production(anime, tags), relations(anime), statistics(anime), this.links.media(anime));
	}

	private TitleFacts titles(AniDbElement anime) {
		String main = null;
		String english = null;
		String japanese = null;
		List<String> synonyms = new ArrayList<>();
		Map<String, List<String>> byLanguage = new TreeMap<>();
		for (AniDbElement title : anime.items("titles", "title")) {
			String text = title.words();
			String language = Languages.tagged(title.attribute("lang"), this.notes);
			if (text == null) {
				continue;
			}
			byLanguage.computeIfAbsent(language, (key) -> new ArrayList<>()).add(text);
			boolean official = "official".equals(title.attribute("type"));
			if ("main".equals(title.attribute("type"))) {
				main = text;
			}
			else if (official && english == null && "en".equals(language)) {
				english = text;
			}
			else if (official && japanese == null && "ja".equals(language)) {
				japanese = text;
			}
			else {
				synonyms.add(text);
			}
		}
		return new TitleFacts(main, english, japanese, synonyms, byLanguage);
	}

	/** Companies stand among the creators. */
	private ProductionFacts production(AniDbElement anime, AniDbTags tags) {
		List<Company> studios = new ArrayList<>();
		List<Company> producers = new ArrayList<>();
		for (AniDbElement creator : anime.items("creators", "name")) {
			Optional<Company> company = Optional.ofNullable(creator.words())
				.map((name) -> new Company(name, AniDbCast.page("creator", creator).orElse(null)));
			switch (creator.attribute("type")) {
				case AniDbCast.ANIMATION -> company.ifPresent(studios::add);
				case AniDbCast.FINANCE -> company.ifPresent(producers::add);
				default -> {
					// a person
				}
			}
		}
		String label = tags.originalWork();
		SourceMaterial source = Labels.SOURCE_MATERIAL.of(label, this.notes);
		return new ProductionFacts(studios, producers, List.of(), source, label, List.of(), List.of());
	}

	private RelationFacts relations(AniDbElement anime) {
		List<RelationFacts.ToAnime> related = new ArrayList<>();
		for (AniDbElement other : anime.items("relatedanime", "anime")) {
			if (other.hasId()) {
				related.add(new RelationFacts.ToAnime(
						Labels.RELATION.of(other.attribute("type"), RelationType.OTHER, this.notes),
						new SourceLink(Provider.ANIDB, other.attribute("id")), List.of(), other.words(), null));
			}
			else {
				this.notes.add("relation target", other.attribute("id"));
			}
		}
		return new RelationFacts(related, List.of());
	}

	/** The permanent rating counts only those who have seen enough of it. */
	private StatisticsFacts statistics(AniDbElement anime) {
		Optional<AniDbElement> ratings = anime.child("ratings");
		return ratings.flatMap((all) -> all.child("permanent"))
			.or(() -> ratings.flatMap((all) -> all.child("temporary")))
			.map((rating) -> StatisticsFacts.rated(decimal(rating.words()), 10, count(rating.attribute("count"))))
			.orElse(StatisticsFacts.NONE);
	}

	private @Nullable Double decimal(@Nullable String text) {
		if (text == null) {
			return null;
		}
		if (!text.matches("\\d{1,2}(\\.\\d{1,4})?")) {
			this.notes.add("rating", text);
			return null;
		}
		return Double.valueOf(text);
	}

	private static @Nullable Long count(String text) {
		return text.matches("\\d{1,12}") ? Long.valueOf(text) : null;
	}

	static @Nullable Integer positive(@Nullable String text) {
		return (text != null && text.matches("0*[1-9]\\d{0,5}")) ? Integer.valueOf(text) : null;
	}

}
