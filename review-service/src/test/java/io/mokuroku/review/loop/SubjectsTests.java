package io.mokuroku.review.loop;

import java.time.Duration;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.review.task.JudgePriorityTests;
import io.mokuroku.review.task.PopularRank;
import io.mokuroku.review.task.Priority;
import io.mokuroku.review.task.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.mokuroku.review.Reviews.ASKED;
import static io.mokuroku.review.Reviews.aQuestion;
import static org.assertj.core.api.Assertions.assertThat;

final class SubjectsTests {

	private static final AnimeEntry DRAFT = Entries.aDraft("Monster", "MYANIMELIST#19");

	private static final AnimeEntry ACTIVE = DRAFT.with((change) -> change.lifecycle = Lifecycle.ACTIVE);

	@Test
	void putsAPopularWorkBeforeOthersWhateverIsAskedAboutIt() {
		AnimeEntry popular = JudgePriorityTests.popular(ACTIVE, 12);
		assertThat(subject(popular, ACTIVE).priority()).isEqualTo(Priority.HIGH);
		assertThat(subject(null, popular).priority()).isEqualTo(Priority.HIGH);
	}

	@Test
	void putsANewShowFirstWhoseProposalSaysThatItAirs() {
		AnimeEntry airs = DRAFT.with((change) -> change.airing = change.airing
			.withNext(new NextEpisode(1, ASKED.plus(Duration.ofHours(3)), 0.9)));
		assertThat(subject(airs, DRAFT).priority()).isEqualTo(Priority.URGENT);
	}

	@Test
	void showsWhatIsProposedAndOtherwiseWhatIsThere() {
		AnimeEntry proposed = Entries.aDraft("Monster: proposed", "MYANIMELIST#19");
		assertThat(subject(proposed, ACTIVE).title()).isEqualTo("Monster: proposed");
		assertThat(subject(null, DRAFT)).returns("Monster", Subject::title).returns(Priority.NORMAL, Subject::priority);
		assertThat(subject(null, null)).isEqualTo(Subject.UNKNOWN);
	}

	private static Subject subject(@Nullable AnimeEntry proposal, @Nullable AnimeEntry live) {
		return new Subjects((_) -> Optional.ofNullable(proposal), (_) -> Optional.ofNullable(live),
				new PopularRank(2000))
			.of(aQuestion("run-1", DRAFT.id()), ASKED);
	}

}
