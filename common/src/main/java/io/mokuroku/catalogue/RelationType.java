package io.mokuroku.catalogue;

import java.util.Optional;

/**
 * How one anime relates to another, seen from the first: the target is its …
 */
public enum RelationType {

	SEQUEL, PREQUEL, PARENT_STORY, SIDE_STORY, FULL_STORY, SUMMARY, SPIN_OFF, ALTERNATIVE_VERSION, ALTERNATIVE_SETTING,
	CHARACTER, CROSSOVER, ADAPTATION, OTHER, UNSPECIFIED;

	/**
	 * What the first anime is to the target; empty where that does not follow.
	 */
	public Optional<RelationType> findInverse() {
		return switch (this) {
			case SEQUEL -> Optional.of(PREQUEL);
			case PREQUEL -> Optional.of(SEQUEL);
			case PARENT_STORY -> Optional.of(SIDE_STORY);
			case SIDE_STORY, SPIN_OFF -> Optional.of(PARENT_STORY);
			case FULL_STORY -> Optional.of(SUMMARY);
			case SUMMARY -> Optional.of(FULL_STORY);
			case ALTERNATIVE_VERSION, ALTERNATIVE_SETTING, CHARACTER, CROSSOVER, OTHER -> Optional.of(this);
			case ADAPTATION, UNSPECIFIED -> Optional.empty();
		};
	}

}
