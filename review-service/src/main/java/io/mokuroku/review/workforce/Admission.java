package io.mokuroku.review.workforce;

import java.util.Collection;
import java.util.Optional;

/**
 * Who may do what, asked anew with every request, so that whoever is removed is out at
 * once and not when their token ends.
 */
public final class Admission {

	/** The scope of those who lead. */
	public static final String MANAGE = "reviews.manage";

	private final Workforce workforce;

	private final boolean newcomers;

	/**
	 * An admission.
	 * @param newcomers whether people nobody invited may review, as far as their scopes
	 * allow
	 */
	Admission(Workforce workforce, boolean newcomers) {
		this.workforce = workforce;
		this.newcomers = newcomers;
	}

	/**
	 * What somebody may do now; empty if they may do nothing.
	 * @param id what their token calls them
	 * @param scopes what their token allows
	 * @throws io.mokuroku.message.RetryableFailure if nobody knows for the moment
	 */
	public Optional<Role> findRole(String id, Collection<String> scopes) {
		Optional<Reviewer> known = this.workforce.find(id);
		if (known.isPresent()) {
			return known.filter(Reviewer::active).map(Reviewer::role);
		}
		return this.newcomers ? Optional.of(scopes.contains(MANAGE) ? Role.LEAD : Role.REVIEWER) : Optional.empty();
	}

}
