package io.mokuroku.review.workforce;

import java.util.List;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.review.task.Claims;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invites and removes reviewers. Whoever is removed is out before their claims are given
 * back, so that they cannot claim again in between.
 */
public final class ManageWorkforce {

	private static final Logger logger = LoggerFactory.getLogger(ManageWorkforce.class);

	private final Workforce workforce;

	private final Workteam team;

	private final Claims claims;

	ManageWorkforce(Workforce workforce, Workteam team, Claims claims) {
		this.workforce = workforce;
		this.team = team;
		this.claims = claims;
	}

	/** Everybody who is active, by name. */
	public List<Reviewer> all() {
		return this.workforce.all();
	}

	/**
	 * Invites somebody, takes somebody back, or gives somebody another role. Nobody takes
	 * the lead from themselves, so somebody who leads is always left.
	 * @param by who invites
	 * @throws io.mokuroku.message.PermanentFailure if nobody can have this name, or if
	 * they would no longer lead
	 */
	public Reviewer invite(String name, Role role, String by) {
		if (role != Role.LEAD && idOf(name).equals(by)) {
			throw new PermanentFailure("own_role",
					"Nobody takes the lead from themselves: ask somebody else who leads");
		}
		Reviewer reviewer = this.workforce.invite(name, role);
		this.team.enlist();
		logger.info("reviewer invited reviewer={} role={} by={}", reviewer.id(), role, by);
		return reviewer;
	}

	/**
	 * Ends what somebody may do, and gives back what they have claimed. Doing it again
	 * gives back what an earlier attempt did not.
	 * @param called what their tokens call them, or what people do
	 * @param by who removes them
	 * @throws io.mokuroku.message.PermanentFailure if the workteam is refused; they are
	 * out all the same
	 */
	public RemovalOutcome remove(String called, String by) {
		String id = idOf(called);
		if (id.equals(by)) {
			return new RemovalOutcome.OneSelf();
		}
		boolean wasActive = this.workforce.remove(id);
		if (!wasActive && this.workforce.find(id).isEmpty()) {
			return new RemovalOutcome.Unknown();
		}
		int released = this.claims.releaseAllOf(id);
		this.team.enlist();
		logger.info("reviewer removed reviewer={} by={} released={}", id, by, released);
		return new RemovalOutcome.Removed(released);
	}

	/** Tokens and claims call people by their id alone. */
	private String idOf(String called) {
		return this.workforce.find(called).map(Reviewer::id).orElse(called);
	}

}
