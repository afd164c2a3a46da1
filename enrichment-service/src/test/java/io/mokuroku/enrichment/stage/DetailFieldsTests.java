package io.mokuroku.enrichment.stage;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.Media.StreamingLink;
import io.mokuroku.catalogue.Statistics;
import io.mokuroku.enrichment.Facts;
import io.mokuroku.enrichment.merge.Candidate;
import io.mokuroku.enrichment.merge.Emptiness;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.MediaFacts;
import io.mokuroku.upstream.MediaFacts.PictureKind;
import io.mokuroku.upstream.MediaFacts.PictureSize;
import io.mokuroku.upstream.ProductionFacts;
import io.mokuroku.upstream.StatisticsFacts;
import io.mokuroku.upstream.TextFacts;
import org.junit.jupiter.api.Test;

import static io.mokuroku.enrichment.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;

final class DetailFieldsTests {

	private static final URI SMALL = URI.create("https://cdn.example.org/b-small.jpg");

	private static final URI LARGE = URI.create("https://cdn.example.org/b.jpg?size=1");

	private static final URI PAGE = URI.create("https://www.example.org/watch/1/");

	private static final AnimeFacts RICH = rich();

	@Test
	void readsEveryCandidateAsItWasWritten() {
		for (Field<?> field : DetailFields.ALL) {
			Object told = field.inFacts().apply(RICH);
			assertThat(candidates(field).stream().<Object>map(Candidate::value).toList()).as(field.name())
				.isEqualTo(Stream.ofNullable(told).filter((value) -> !Emptiness.isEmpty(value)).toList());
		}
		assertThat(value(DetailFields.LINKS)).containsExactly(Map.entry("officialsite", PAGE));
		assertThat(value(DetailFields.DELAY)).isEqualTo(new Delay(LocalDate.of(2026, 11, 1), null, "On Break"));
		assertThat(value(DetailFields.OPENINGS)).singleElement()
			.satisfies((song) -> assertThat(song.sequence()).isEqualTo(1));
		assertThat(value(DetailFields.CREDIT)).isEqualTo("MAL Rewrite");
		assertThat(value(DetailFields.STATISTICS))
			.isEqualTo(new Statistics(8.5, 100L, 3, 7, 1000L, 20L, Map.of(85, 60L, 100, 40L)));
	}

	@Test
	void showsTheLargestPictureOfEach() {
		assertThat(value(DetailFields.BANNERS)).singleElement()
			.satisfies((image) -> assertThat(image.url()).isEqualTo(LARGE));
		assertThat(DetailFields.COVERS.inFacts().apply(RICH)).isEmpty();
	}

	@Test
	void takesOnePageOfASiteForOneHoweverItIsWritten() {
		List<StreamingLink> other = List
			.of(new StreamingLink("Example", URI.create("http://example.org/watch/1?ref=x")));
		assertThat(DetailFields.STREAMING
			.choose(List.of(new Candidate<>(value(DetailFields.STREAMING), "myanimelist", RICH.fetchedAt()),
					new Candidate<>(other, "kitsu", RICH.fetchedAt())))
			.orElseThrow()
			.value()).containsExactly(new StreamingLink("Example", PAGE));
	}

	private static <T> T value(Field<T> field) {
		return candidates(field).getFirst().value();
	}

	private static <T> List<Candidate<T>> candidates(Field<T> field) {
		return Candidates.of(field.stage(), List.of(Facts.fetched(RICH, List.of()))).of(field);
	}

	private static AnimeFacts rich() {
		AnimeFacts its = said("MYANIMELIST#990041", (facts) -> {
		});
		AiringFacts airing = new AiringFacts(its.airing().status(), null, null, null, null, null, null,
				new AiringFacts.Delay(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 1, 1), "On Break", true),
				List.of());
		MediaFacts media = new MediaFacts(
				List.of(new MediaFacts.Picture(PictureKind.BANNER, PictureSize.SMALL, SMALL),
						new MediaFacts.Picture(PictureKind.BANNER, PictureSize.LARGE, LARGE)),
				List.of(new MediaFacts.Trailer("YOUTUBE", "x1", null, null)),
				List.of(new MediaFacts.Stream("Example", PAGE, List.of())),
				List.of(new MediaFacts.Page("Official Site", PAGE)));
		StatisticsFacts statistics = StatisticsFacts.rated(8.5, 10, 100L)
			.withRanks(3, 7, List.of())
			.withPeople(1000L, 20L)
			.withDistribution(new StatisticsFacts.Distribution(Map.of(8.5, 60L, 10.0, 40L), Map.of()));
		ProductionFacts production = new ProductionFacts(List.of(), List.of(),
				List.of(new ProductionFacts.Company("Sentai", null)), null, null,
				List.of(new ProductionFacts.ThemeSong(null, "Star", null, "Kana Ono", null, "\"Star\" by Kana Ono")),
				List.of());
		return new AnimeFacts(its.link(), its.fetchedAt(), its.sameAs(), its.titles(), its.release(), airing,
				new TextFacts("A courier.\n\n[Written by MAL Rewrite]", "Made in a barn."), its.audience(),
				its.subjects(), production, its.relations(), statistics, media);
	}

}
