package io.mokuroku.catalogue;

/**
 * How one anime relates to another, seen from the first: the target is its …
 */
public enum RelationType {

	SEQUEL, PREQUEL, PARENT_STORY, SIDE_STORY, FULL_STORY, SUMMARY, SPIN_OFF, ALTERNATIVE_VERSION, ALTERNATIVE_SETTING,
	CHARACTER, CROSSOVER, ADAPTATION, OTHER, UNSPECIFIED

}
