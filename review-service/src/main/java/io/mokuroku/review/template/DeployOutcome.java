package io.mokuroku.review.template;

import java.util.List;
import java.util.Objects;

/**
 * What became of an attempt to deploy a family.
 */
sealed interface DeployOutcome {

	/**
	 * It can be shown.
	 *
	 * @param deployment the family; an earlier one if the same files were deployed before
	 * @param isNew whether nobody deployed these files before
	 */
	record Deployed(Deployment deployment, boolean isNew) implements DeployOutcome {

		public Deployed {
			Objects.requireNonNull(deployment, "deployment");
		}

	}

	/**
	 * It breaks rules.
	 *
	 * @param faults the rules, at least one
	 */
	record Refused(List<Fault> faults) implements DeployOutcome {

		public Refused {
			faults = List.copyOf(faults);
		}

	}

}
