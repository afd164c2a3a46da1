package io.mokuroku.search.projection;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.search.Shows;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

final class AnimeProjectionTests {

	private final AnimeEntry entry = Shows.anEntry(19, "Monster");

	@Test
	void takesOverWhatIsSearchedAndShown() {
		IndexedAnime anime = AnimeProjection.of(this.entry, "trace-1");
		assertThat(anime).returns(this.entry.id(), IndexedAnime::id)
			.returns(1L, IndexedAnime::version)
			.returns("trace-1", IndexedAnime::trace)
			.returns(2006, IndexedAnime::year)
			.returns(List.of("mystery"), IndexedAnime::subjects)
			.returns(List.of("madhouse"), IndexedAnime::studios)
			.returns(true, IndexedAnime::shown);
	}

	@Test
	void keepsAdultEntriesOutWhicheverWayTheyAreMarked() {
		assertThat(project((change) -> change.adult = true).shown()).isFalse();
		assertThat(project((change) -> change.rating = AgeRating.RX).shown()).isFalse();
		assertThat(project((change) -> change.subjects = Subjects.ofTags(List.of("Hentai"))).shown()).isFalse();
		assertThat(
				project((change) -> change.subjects = new Subjects(List.of("Hentai"), List.of(), List.of(), List.of()))
					.shown())
			.isFalse();
		assertThat(project((change) -> change.rating = AgeRating.R_PLUS).shown()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(Lifecycle.class)
	void showsDraftsAndActiveEntriesOnly(Lifecycle lifecycle) {
		IndexedAnime anime = project((change) -> {
			change.lifecycle = lifecycle;
			change.mergedInto = (lifecycle == Lifecycle.REDIRECT) ? Shows.anEntry(1, "Other").id() : null;
		});
		assertThat(anime.shown()).isEqualTo(lifecycle == Lifecycle.DRAFT || lifecycle == Lifecycle.ACTIVE);
	}

	@Test
	void namesEachSubjectOnce() {
		IndexedAnime anime = project((change) -> change.subjects = new Subjects(List.of("Mystery"), List.of("Crime"),
				List.of("Seinen"), List.of("crime", "seinen", "europe")));
		assertThat(anime.subjects()).containsExactly("mystery", "crime", "seinen", "europe");
	}

	@Test
	void standsOutByScoreAndByHowManyKnowIt() {
		double unknown = AnimeProjection.of(this.entry, null).prominence();
		double onTwoSites = AnimeProjection.of(Entries.aDraft("Monster", "MYANIMELIST#19", "ANIDB#1539"), null)
			.prominence();
		double rated = project((change) -> change.score = Shows.rated(8.8, 1_000L)).prominence();
		double famous = project((change) -> change.score = Shows.rated(8.8, 4_000_000L)).prominence();
		assertThat(unknown).isEqualTo(1 / 18.0);
		assertThat(onTwoSites).isEqualTo(2 / 18.0);
		assertThat(rated).isBetween(onTwoSites, famous);
		assertThat(famous).isEqualTo((1 + 0.88) / 2, Offset.offset(1e-9));
		assertThat(project((change) -> change.score = Shows.rated(10, Long.MAX_VALUE)).prominence()).isEqualTo(1);
	}

	@Test
	void keepsKindsOfSubjectsApartAndReadsTheMediumItAdapts() {
		IndexedFacts facts = project((change) -> {
			change.subjects = new Subjects(List.of("Mystery"), List.of("School"), List.of("Seinen"), List.of("europe"),
					List.of("Gore"));
			change.production = new Production(List.of(), List.of(), "Light novel", List.of(), "JP");
		}).facts();
		assertThat(facts).returns(List.of("mystery"), IndexedFacts::genres)
			.returns(List.of("school"), IndexedFacts::themes)
			.returns(List.of("seinen"), IndexedFacts::demographics)
			.returns(List.of("europe"), IndexedFacts::tags)
			.returns(List.of("gore"), IndexedFacts::contentWarnings)
			.returns("LIGHT_NOVEL", IndexedFacts::sourceMaterial)
			.returns("JP", IndexedFacts::country)
			.returns(Entries.CREATED, IndexedFacts::addedAt);
		assertThat(project((change) -> change.production = new Production(List.of(), List.of(), "4-koma manga")).facts()
			.sourceMaterial()).isEqualTo("KOMA_4");
	}

	@Test
	void ranksByTheScoreThatWasDrawnToTheMean() {
		assertThat(project((change) -> change.score = new Score(9, 9, 9, 10L, null, 7.5, List.of())).rankedScore())
			.isEqualTo(7.5);
		assertThat(project((change) -> change.score = new Score(9, 9, 9, null, null)).rankedScore())
			.as("one site against five")
			.isEqualTo((9 + 5 * 6.5) / 6, Offset.offset(1e-9));
		assertThat(project((change) -> change.score = null).rankedScore()).isNull();
		assertThat(project((change) -> {
			change.score = new Score(10, 10, 10, null, null);
			change.airing = Airing.of(AiringStatus.UPCOMING, null, null);
		}).rankedScore()).as("nobody has seen it").isNull();
	}

	@Test
	void showsTheSmallPictureIfThereIsOne() {
		URI large = URI.create("https://example.org/l.png");
		URI small = URI.create("https://example.org/s.png");
		assertThat(project((change) -> change.artwork = new Artwork(large, small, null)).picture()).isEqualTo(small);
		assertThat(project((change) -> change.artwork = new Artwork(large, null, null)).picture()).isEqualTo(large);
		assertThat(project((change) -> change.artwork = Artwork.NONE).picture()).isNull();
	}

	private IndexedAnime project(Consumer<AnimeEntry.Change> changes) {
		return AnimeProjection.of(this.entry.with(changes), null);
	}

}
