package io.mokuroku.review.workforce;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.review.Reviews;
import io.mokuroku.review.task.Claims;
import io.mokuroku.review.task.TestTasks;
import io.mokuroku.testing.LocalEngines;

/**
 * Workforces to test with.
 */
public final class Workforces {

	private Workforces() {
	}

	/** The reviewers of the tests' own database, in a workteam that takes no changes. */
	public static ManageWorkforce refusedByItsTeam() {
		return of(new StoredWorkforce(LocalEngines.start().dynamo()), () -> {
			throw new PermanentFailure("workteam_refused", "SageMaker refuses the workteam");
		});
	}

	/** One to which nobody was ever invited, nor can be. */
	public static ManageWorkforce ofNobody() {
		return of(new Workforce() {

			@Override
			public Optional<Reviewer> find(String id) {
				return Optional.empty();
			}

			@Override
			public List<Reviewer> all() {
				return List.of();
			}

			@Override
			public Reviewer invite(String name, Role role) {
				throw new PermanentFailure("reviewer_refused", "Nobody is invited here");
			}

			@Override
			public boolean remove(String id) {
				return false;
			}

		}, Workteam.NONE);
	}

	private static ManageWorkforce of(Workforce people, Workteam team) {
		return new ManageWorkforce(people, team,
				new Claims(TestTasks.onDynamo(), () -> Reviews.ASKED, Duration.ofHours(1)));
	}

}
