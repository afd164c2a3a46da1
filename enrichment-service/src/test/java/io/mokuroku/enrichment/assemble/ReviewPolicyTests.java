package io.mokuroku.enrichment.assemble;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.FieldChoice;
import io.mokuroku.catalogue.Media;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Questions;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.Standing;
import io.mokuroku.catalogue.Statistics;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.people.Cast;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.mokuroku.enrichment.assemble.Materials.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person is asked and what not; what must be asked, rule by rule, is in
 * {@link ReviewRulesTests}.
 */
final class ReviewPolicyTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@Test
	void needsNobodyForACompleteEntry() {
		assertThat(judged(GOOD)).isEqualTo(new Judgement(List.of(), 1));
		assertThat(judged(GOOD).needsReview()).isFalse();
	}

	@Test
	void letsTheCountOfARunningWorkBeOpen() {
		AnimeEntry open = but((change) -> {
			change.episodes = null;
			change.airing = airing(AiringStatus.ONGOING, null);
		});
		assertThat(judge(assembled(open), open, Set.of()).needsReview()).isFalse();
	}

	@Test
	void doesNotAskHowManyEpisodesARunningWorkWillHave() {
		AnimeEntry running = but((change) -> change.airing = airing(AiringStatus.ONGOING, 2026));
		assertThat(judge(assembled(running, "episodes"), running, Set.of()).needsReview()).isFalse();
	}

	@Test
	void countsOtherContradictionsLess() {
		assertThat(judged(GOOD, "adult", "durationSeconds").confidence()).isEqualTo(0.96);
		assertThat(judged(GOOD, "adult").needsReview()).isFalse();
	}

	@Test
	void asksWhenTooMuchIsUncertain() {
		AnimeEntry untitled = but((change) -> change.titles = new Titles("X", null, null, List.of()));
		assertThat(judge(assembled(untitled), GOOD, Set.of(Stage.METADATA, Stage.MEDIA)))
			.isEqualTo(new Judgement(List.of(), ReviewPolicy.ENOUGH));
		assertThat(judge(assembled(untitled, "adult"), GOOD, Set.of(Stage.METADATA, Stage.MEDIA)))
			.satisfies((judgement) -> {
				assertThat(judgement.reasons()).containsExactly(ReviewReason.LOW_CONFIDENCE);
				assertThat(judgement.confidence()).isEqualTo(0.83);
			});
	}

	@Test
	void asksWhenWhatWasFinishedRunsAgain() {
		AnimeEntry again = but((change) -> change.airing = airing(AiringStatus.ONGOING, 2026));
		assertThat(judged(again).reasons()).containsExactly(ReviewReason.STATUS_REGRESSION);
		AnimeEntry draft = Works.aDraft();
		assertThat(judge(assembled(again), draft, Set.of()).needsReview()).isFalse();
	}

	@Test
	void doesNotAskAgainWhatAPersonHasAnswered() {
		FieldChoice type = choice("type", "myanimelist", "TV", "kitsu", "MOVIE");
		Assembled disputed = new Assembled(GOOD, Set.of("type"), List.of(type), List.of());
		Judgement first = judge(disputed, GOOD, Set.of());
		assertThat(first.open()).containsOnlyKeys("CORE_CONFLICT:type");
		AnimeEntry answered = but((change) -> change.details = change.details
			.withQuestions(change.details.questions().asking(first.open()).answered()));
		assertThat(judge(disputed, answered, Set.of()).needsReview()).isFalse();
		FieldChoice changed = choice("type", "myanimelist", "TV", "kitsu", "OVA");
		assertThat(
				judge(new Assembled(GOOD, Set.of("type"), List.of(changed), List.of()), answered, Set.of()).reasons())
			.containsExactly(ReviewReason.CORE_CONFLICT);
	}

	@Test
	void looksOnceAtWhatMostPeopleWillSee() {
		AnimeEntry popular = but((change) -> change.details = new Details(null, null, List.of(), Media.NONE,
				Map.of(Provider.KITSU, new Statistics(null, null, null, 2000, null, null, Map.of())), Map.of(),
				Questions.NONE, 1, null, List.of()));
		assertThat(judge(popular, new ReviewLimits(2000, 0, 1)).reasons()).containsExactly(ReviewReason.POPULAR);
		assertThat(judge(popular, new ReviewLimits(1999, 0, 1)).needsReview()).isFalse();
	}

	@Test
	void takesASampleOfWhatHasNoFault() {
		assertThat(judge(GOOD, new ReviewLimits(0, 1, 1)).reasons()).containsExactly(ReviewReason.SAMPLE);
		long sampled = IntStream.rangeClosed(1, 5000)
			.mapToObj((number) -> Entries.aDraft("X", "MYANIMELIST#" + number))
			.filter((entry) -> new ReviewPolicy(new ReviewLimits(0, 0.02, 1), TODAY, List.of())
				.judge(proposal(assembled(GOOD), entry, List.of()))
				.needsReview())
			.count();
		assertThat(sampled).isBetween(60L, 140L);
	}

	@Test
	void asksWhereMuchWouldBeGone() {
		List<AnimeCharacter> ten = IntStream.rangeClosed(1, 10)
			.mapToObj((number) -> new AnimeCharacter(GOOD.id(), GOOD.id().character("c" + number), "C", null, List.of(),
					null, AnimeCharacter.Profile.NONE, List.of(), Map.of(), List.of(), List.of()))
			.toList();
		assertThat(shrunk(ten, 8)).isEmpty();
		assertThat(shrunk(ten, 7)).containsExactly(ReviewReason.SHRINK_GUARD);
	}

	private static List<ReviewReason> shrunk(List<AnimeCharacter> before, int left) {
		return policy(Materials.FAULTS_ONLY)
			.judge(new Proposal(assembled(GOOD), GOOD, List.of(), List.of(), Set.of(), List.of(),
					new Cast(before.subList(0, left), 0, List.of()), before, null, List.of()))
			.reasons();
	}

	@Test
	void neverAsksAgainWhetherTwoAreOneOnceAPersonSaidTheyAreNot() {
		AnimeId other = Works.aDraft().id();
		AnimeEntry asked = but((change) -> change.standing = change.standing.withMergeProposal(other)
			.withFlags(Set.of(Standing.Flag.MERGE_PROPOSAL)));
		AnimeEntry answered = asked.with((change) -> change.details = change.details
			.withQuestions(MergeQuestion.answered(change.details.questions(), other)));
		assertThat(judge(assembled(GOOD), answered, Set.of()).reasons()).isEmpty();
		AnimeEntry another = answered.with((change) -> change.standing = change.standing
			.withMergeProposal(AnimeId.of("9d8c8ec8-75e9-5630-983e-07b4cd37a972")));
		assertThat(judge(assembled(GOOD), another, Set.of()).reasons()).containsExactly(ReviewReason.MERGE_PROPOSAL);
	}

	private static FieldChoice choice(String field, String one, String first, String other, String second) {
		return new FieldChoice(field, null, true, List.of(new FieldChoice.Said(one, Instant.EPOCH, first),
				new FieldChoice.Said(other, Instant.EPOCH, second)));
	}

	private static Judgement judge(AnimeEntry entry, ReviewLimits limits) {
		return policy(limits).judge(proposal(assembled(entry), GOOD, List.of()));
	}

	private static ReviewPolicy policy(ReviewLimits limits) {
		return new ReviewPolicy(limits, TODAY, List.of());
	}

	private static Proposal proposal(Assembled assembled, AnimeEntry before, List<Testimony> said) {
		return new Proposal(assembled, before, said, List.of(), Set.of(), List.of(), null, List.of(), null, List.of());
	}

	private static Judgement judge(Assembled assembled, AnimeEntry before, Set<Stage> missing) {
		return new ReviewPolicy(Materials.FAULTS_ONLY, TODAY, List.of()).judge(new Proposal(assembled, before,
				List.of(), List.of(), missing, List.of(), null, List.of(), null, List.of()));
	}

	private static Judgement judged(AnimeEntry entry, String... conflicts) {
		return judge(assembled(entry, conflicts), GOOD, Set.of());
	}

	private static Assembled assembled(AnimeEntry entry, String... conflicts) {
		return new Assembled(entry, Set.of(conflicts), List.of(), List.of());
	}

	private static AnimeEntry but(Consumer<AnimeEntry.Change> changes) {
		return GOOD.with(changes);
	}

	private static Airing airing(AiringStatus status, @Nullable Integer year) {
		return Airing.of(status, Season.FALL, year);
	}

}
