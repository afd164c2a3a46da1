package io.mokuroku.enrichment.stage;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.enrichment.Facts;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.merge.Candidate;
import io.mokuroku.enrichment.merge.Emptiness;
import io.mokuroku.enrichment.merge.Resolved;
import io.mokuroku.enrichment.merge.ScoreFacts;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.TitleFacts;
import org.junit.jupiter.api.Test;

import static io.mokuroku.enrichment.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;

final class EntryFieldsTests {

	private static final AnimeFacts EVERYTHING = said("MYANIMELIST#990041", (its) -> {
		its.titles = TitleFacts.of("Hoshi no Tegami", "Letters from the Stars", "星の手紙", List.of("HoshiTega"));
		its.type = AnimeType.TV;
		its.episodes = 12;
		its.durationSeconds = 1440;
		its.status = AiringStatus.ONGOING;
		its.season = Season.FALL;
		its.year = 2026;
		its.from = PartialDate.of(LocalDate.of(2026, 10, 4));
		its.to = new PartialDate(LocalDate.of(2026, 12, 1), PartialDate.Precision.MONTH);
		its.broadcast = Works.SUNDAY_EVENING;
		its.nextRelease = Instant.parse("2026-11-29T14:30:00Z");
		its.synopsis = "<p>A courier relives the same night.</p>";
		its.rating = AgeRating.PG13;
		its.adult = true;
		its.genres = List.of("Fantasy");
		its.themes = List.of("Time Travel");
		its.demographics = List.of("Seinen");
		its.studios = List.of("Studio Kasumi");
		its.producers = List.of("Aozora Pictures");
		its.sourceMaterial = "Light novel";
		its.score = new ScoreFacts(7.71, 18_432L, 71_230L);
		its.picture = URI.create("https://cdn.example.org/1l.jpg");
		its.thumbnail = URI.create("https://cdn.example.org/1t.jpg");
	});

	@Test
	void readsEveryCandidateAsItWasWritten() {
		for (Stage stage : List.of(Stage.METADATA, Stage.MEDIA)) {
			List<CandidateRow> rows = Candidates.of(stage, List.of(Facts.fetched(EVERYTHING, List.of()))).rows();
			for (Field<?> field : EntryFields.of(stage)) {
				assertThat(rows.stream().filter((row) -> row.field().equals(field.name()))).as(field.name())
					.hasSize(Emptiness.isEmpty(field.inFacts().apply(EVERYTHING)) ? 0 : 1)
					.allSatisfy((row) -> assertThat(row.as(field)).isEqualTo(new Candidate<Object>(
							field.inFacts().apply(EVERYTHING), Sources.MYANIMELIST, Facts.FETCHED)));
			}
		}
	}

	@Test
	void collectsNothingWhereAProviderSaysNothing() {
		AnimeFacts silent = said("KITSU#990042", (its) -> {
		});
		assertThat(Candidates.of(Stage.METADATA, List.of(Facts.fetched(silent, List.of()))).rows())
			.extracting(CandidateRow::field)
			.containsExactly("adult");
		assertThat(Candidates.of(Stage.MEDIA, List.of(Facts.fetched(silent, List.of()))).rows()).isEmpty();
	}

	@Test
	void namesEveryFieldOnce() {
		assertThat(EntryFields.ALL).extracting(Field::name).doesNotHaveDuplicates().hasSize(43);
	}

	@Test
	void namesAWorkAsTheDatasetDoes() {
		assertThat(EntryFields.MAIN_TITLE
			.choose(List.of(of("A", Sources.KITSU), of("B", Sources.MYANIMELIST), of("C", Sources.DATASET))))
			.map(Resolved::value)
			.contains("C");
	}

	@Test
	void trustsMyAnimeListBeforeKitsuInAnyOrder() {
		assertThat(EntryFields.SYNOPSIS.choose(List.of(of("A", Sources.KITSU), of("B", Sources.MYANIMELIST))))
			.map(Resolved::value)
			.contains("B");
	}

	@Test
	void trustsAnUnknownSourceLast() {
		assertThat(EntryFields.JAPANESE_TITLE.choose(List.of(of("あ", "livechart"), of("い", Sources.DATASET))))
			.map(Resolved::value)
			.contains("い");
	}

	@Test
	void takesATitleInTheOriginalScriptBeforeALatinOne() {
		assertThat(EntryFields.JAPANESE_TITLE.choose(List.of(of("Hoshi", Sources.MYANIMELIST), of("星", Sources.KITSU))))
			.map(Resolved::value)
			.contains("星");
	}

	@Test
	void takesOneEpisodeMoreForAWayOfCounting() {
		assertThat(EntryFields.EPISODES.choose(List.of(of(12, Sources.MYANIMELIST), of(13, Sources.KITSU))))
			.map(Resolved::conflict)
			.contains(false);
		assertThat(EntryFields.EPISODES.choose(List.of(of(12, Sources.MYANIMELIST), of(24, Sources.KITSU))))
			.map(Resolved::conflict)
			.contains(true);
	}

	private static <T> Candidate<T> of(T value, String source) {
		return new Candidate<>(value, source, Facts.FETCHED);
	}

}
