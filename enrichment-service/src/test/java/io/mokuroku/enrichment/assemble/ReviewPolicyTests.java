package io.mokuroku.enrichment.assemble;

import java.util.Set;
import java.util.function.Consumer;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.catalogue.Stage;
import org.junit.jupiter.api.Test;

import static io.mokuroku.enrichment.Works.anActiveEntry;
import static org.assertj.core.api.Assertions.assertThat;

final class ReviewPolicyTests {

	private static final AnimeEntry GOOD = anActiveEntry().with((change) -> {
		change.synopsis = "A courier relives the same night.";
		change.titles = new Titles("Hoshi no Tegami", null, "星の手紙", java.util.List.of());
	});

	@Test
	void needsNobodyForACompleteEntry() {
		assertThat(judged(GOOD)).isEqualTo(new Judgement(java.util.List.of(), 1));
		assertThat(judged(GOOD).needsReview()).isFalse();
	}

	@Test
	void asksWhereSomethingIsMissingThatNoEntryMayLack() {
		assertThat(judged(but((change) -> change.type = AnimeType.UNKNOWN)).reasons())
			.containsExactly(ReviewReason.MISSING_REQUIRED);
		assertThat(judged(but((change) -> change.airing = airing(AiringStatus.UNKNOWN, 2026))).reasons())
			.containsExactly(ReviewReason.MISSING_REQUIRED);
		assertThat(judged(but((change) -> change.synopsis = null)).reasons())
			.containsExactly(ReviewReason.MISSING_REQUIRED);
	}

	@Test
	void asksWhereAFinishedWorkHasNoYearOrCount() {
		assertThat(judged(but((change) -> change.airing = airing(AiringStatus.FINISHED, null))).reasons())
			.containsExactly(ReviewReason.MISSING_REQUIRED);
		assertThat(judged(but((change) -> change.episodes = null)).reasons())
			.containsExactly(ReviewReason.MISSING_REQUIRED);
	}

	@Test
	void letsTheCountOfARunningWorkBeOpen() {
		AnimeEntry open = but((change) -> {
			change.episodes = null;
			change.airing = airing(AiringStatus.ONGOING, null);
		});
		assertThat(ReviewPolicy.judge(assembled(open), open, Set.of()).needsReview()).isFalse();
	}

	@Test
	void isContentWithAPictureInsteadOfASynopsis() {
		AnimeEntry pictured = but((change) -> {
			change.synopsis = null;
			change.artwork = new io.mokuroku.catalogue.Artwork(java.net.URI.create("https://cdn.example.org/1.jpg"),
					null, null);
		});
		assertThat(judged(pictured)).isEqualTo(new Judgement(java.util.List.of(), 0.95));
	}

	@Test
	void asksAboutContradictionsOnWhatAWorkIs() {
		assertThat(judged(GOOD, "type")).isEqualTo(new Judgement(java.util.List.of(ReviewReason.CORE_CONFLICT), 0.9));
		assertThat(judged(GOOD, "airing.status").reasons()).containsExactly(ReviewReason.CORE_CONFLICT);
		assertThat(judged(GOOD, "episodes").reasons()).containsExactly(ReviewReason.CORE_CONFLICT);
	}

	@Test
	void doesNotAskHowManyEpisodesARunningWorkWillHave() {
		AnimeEntry running = but((change) -> change.airing = airing(AiringStatus.ONGOING, 2026));
		assertThat(ReviewPolicy.judge(assembled(running, "episodes"), running, Set.of()).needsReview()).isFalse();
	}

	@Test
	void countsOtherContradictionsLess() {
		assertThat(judged(GOOD, "airing.year").confidence()).isEqualTo(0.9);
		assertThat(judged(GOOD, "adult", "durationSeconds").confidence()).isEqualTo(0.96);
		assertThat(judged(GOOD, "adult").needsReview()).isFalse();
	}

	@Test
	void asksWhenTooMuchIsUncertain() {
		AnimeEntry untitled = but((change) -> change.titles = new Titles("X", null, null, java.util.List.of()));
		assertThat(ReviewPolicy.judge(assembled(untitled), GOOD, Set.of(Stage.METADATA, Stage.MEDIA)))
			.isEqualTo(new Judgement(java.util.List.of(), ReviewPolicy.ENOUGH));
		assertThat(ReviewPolicy.judge(assembled(untitled, "adult"), GOOD, Set.of(Stage.METADATA, Stage.MEDIA)))
			.isEqualTo(new Judgement(java.util.List.of(ReviewReason.LOW_CONFIDENCE), 0.83));
	}

	@Test
	void asksWhenWhatWasFinishedRunsAgain() {
		AnimeEntry again = but((change) -> change.airing = airing(AiringStatus.ONGOING, 2026));
		assertThat(judged(again).reasons()).containsExactly(ReviewReason.STATUS_REGRESSION);
		AnimeEntry draft = io.mokuroku.enrichment.Works.aDraft();
		assertThat(ReviewPolicy.judge(assembled(again), draft, Set.of()).needsReview()).isFalse();
	}

	private static Judgement judged(AnimeEntry entry, String... conflicts) {
		return ReviewPolicy.judge(assembled(entry, conflicts), GOOD, Set.of());
	}

	private static Assembled assembled(AnimeEntry entry, String... conflicts) {
		return new Assembled(entry, Set.of(conflicts));
	}

	private static AnimeEntry but(Consumer<AnimeEntry.Change> changes) {
		return GOOD.with(changes);
	}

	private static Airing airing(AiringStatus status, @org.jspecify.annotations.Nullable Integer year) {
		return Airing.of(status, Season.FALL, year);
	}

}
