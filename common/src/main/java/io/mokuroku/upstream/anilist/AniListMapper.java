package io.mokuroku.upstream.anilist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AudienceFacts;
import io.mokuroku.upstream.Dates;
import io.mokuroku.upstream.Labels;
import io.mokuroku.upstream.Languages;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.ProductionFacts.Company;
import io.mokuroku.upstream.ProductionFacts;
import io.mokuroku.upstream.ReleaseFacts;
import io.mokuroku.upstream.SubjectFacts;
import io.mokuroku.upstream.TextFacts;
import io.mokuroku.upstream.TitleFacts;
import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * From AniList's words to the catalogue's.
 */
final class AniListMapper {

	private static final String SEXUAL = "Sexual Content";

	private final Notes notes;

	private final AniListMediaMapper media;

	AniListMapper(Notes notes) {
		this.notes = notes;
		this.media = new AniListMediaMapper(notes);
	}

	AnimeFacts facts(AniListMedia anime, Instant fetchedAt) {
		List<SubjectFacts.Tag> tags = tags(anime);
		return new AnimeFacts(new SourceLink(Provider.ANILIST, Long.toString(anime.id())), fetchedAt,
				this.media.sameAs(anime), titles(anime),
				new ReleaseFacts(Labels.TYPE.of(anime.format(), AnimeType.UNKNOWN, this.notes),
						Values.positive(anime.episodes()), Values.secondsOf(anime.duration()),
						Values.text(anime.countryOfOrigin())),
				airing(anime), new TextFacts(Values.text(anime.description()), null),
				new AudienceFacts(null, Boolean.TRUE.equals(anime.isAdult()),
						tags.stream()
							.filter((tag) -> tag.adult() || SEXUAL.equals(tag.category()))
							.map(SubjectFacts.Tag::name)
							.toList()),
				new SubjectFacts(Values.texts(anime.genres()), List.of(), List.of(), tags), production(anime),
				this.media.relations(anime), this.media.statistics(anime), this.media.shown(anime));
	}

	private static TitleFacts titles(AniListMedia anime) {
		AniListMedia.Title title = Objects.requireNonNullElse(anime.title(), new AniListMedia.Title(null, null, null));
		String english = Values.text(title.english());
		String romaji = Values.text(title.romaji());
		String inItsScript = Values.text(title.nativeTitle());
		return new TitleFacts(romaji, english, inItsScript, Values.texts(anime.synonyms()),
				Languages.ofWork(Values.text(anime.countryOfOrigin()), english, inItsScript, romaji));
	}

	private AiringFacts airing(AniListMedia anime) {
		AniListMedia.Airing next = anime.nextAiringEpisode();
		Instant at = (next != null) ? Dates.instant(next.airingAt()) : null;
		return new AiringFacts(Labels.STATUS.of(anime.status(), AiringStatus.UNKNOWN, this.notes),
				Labels.SEASON.of(anime.season(), this.notes), Values.positive(anime.seasonYear()),
				date(anime.startDate()), date(anime.endDate()), null,
				(next != null && at != null) ? new AiringFacts.Next(at, Values.positive(next.episode())) : null, null,
				List.of());
	}

	private @Nullable PartialDate date(AniListMedia.@Nullable FuzzyDate date) {
		return (date != null) ? Dates.partial(date.year(), date.month(), date.day(), this.notes) : null;
	}

	private static List<SubjectFacts.Tag> tags(AniListMedia anime) {
		List<SubjectFacts.Tag> tags = new ArrayList<>();
		for (AniListMedia.Tag tag : Values.<AniListMedia.Tag>each(anime.tags())) {
			String name = Values.text(tag.name());
			if (name != null) {
				Integer rank = tag.rank();
				boolean spoiler = Boolean.TRUE.equals(tag.isGeneralSpoiler())
						|| Boolean.TRUE.equals(tag.isMediaSpoiler());
				tags.add(new SubjectFacts.Tag(name, Values.text(tag.description()), Values.text(tag.category()),
						(rank != null) ? Integer.valueOf(Math.clamp(rank, 0, 100)) : null, spoiler,
						Boolean.TRUE.equals(tag.isAdult())));
			}
		}
		return tags;
	}

	/** Only the main studios animate; all others pay. */
	private ProductionFacts production(AniListMedia anime) {
		List<Company> studios = new ArrayList<>();
		List<Company> producers = new ArrayList<>();
		List<AniListMedia.Studio> edges = (anime.studios() != null) ? Values.each(anime.studios().edges()) : List.of();
		for (AniListMedia.Studio studio : edges) {
			String name = (studio.node() != null) ? Values.text(studio.node().name()) : null;
			if (studio.node() != null && name != null) {
				Long id = Values.positive(studio.node().id());
				Company company = new Company(name,
						(id != null) ? Values.webAddress("https://anilist.co/studio/" + id) : null);
				(Boolean.TRUE.equals(studio.isMain()) ? studios : producers).add(company);
			}
		}
		return new ProductionFacts(studios, producers, List.of(), Labels.SOURCE_MATERIAL.of(anime.source(), this.notes),
				Values.text(anime.source()), List.of(), List.of());
	}

}
