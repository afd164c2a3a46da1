package io.mokuroku.sync.diff;

import java.util.Optional;

/**
 * Decides what records and entries that share links mean for each other. A decision is a
 * function of what they say alone: not of the order of the release, not of the time.
 */
public final class CatalogueDiff {

	private CatalogueDiff() {
	}

	/**
	 * Decides about one component.
	 * @return the change, or empty if the catalogue already is as it should be
	 */
	public static Optional<Change> decide(Component component, Surroundings around) {
		return new Decision(component, Assignment.of(component), around).change();
	}

}
