package io.mokuroku.search.projection;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
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
