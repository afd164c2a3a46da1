package io.mokuroku.review.template;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deploys families, and says which one is shown. Nothing is ever overwritten: a change is
 * another version, and going back is another turn.
 */
public final class DeployTemplates {

	/** Who deploys the family of a build. */
	static final String BUILD = "build";

	private static final Logger logger = LoggerFactory.getLogger(DeployTemplates.class);

	private static final int HISTORY = 50;

	private static final int TRIES = 10;

	private final Templates templates;

	private final TemplateFamily builtIn;

	private final CheckFamily check;

	private final HumanTaskUis taskUis;

	private final InstantSource clock;

	DeployTemplates(Templates templates, TemplateFamily builtIn, CheckFamily check, HumanTaskUis taskUis,
			InstantSource clock) {
		this.templates = templates;
		this.builtIn = builtIn;
		this.check = check;
		this.taskUis = taskUis;
		this.clock = clock;
	}

	/**
	 * Deploys a family without showing it. What the given one leaves out is as in the
	 * family of this build. It is kept once SageMaker has its page, where pages are made
	 * there; that a page is there which was not kept does no harm, as it is never shown.
	 * @param by who deploys it
	 */
	DeployOutcome deploy(TemplateFamily given, String by) {
		TemplateFamily family = given.orElse(this.builtIn);
		List<Fault> faults = this.check.check(family);
		if (!faults.isEmpty()) {
			return new DeployOutcome.Refused(faults);
		}
		Deployment deployment = new Deployment(family.version(), by, this.clock.instant(), family);
		try {
			this.taskUis.register(family.version(), TaskUiPage.of(family));
		}
		catch (PermanentFailure ex) {
			logger.warn("templates refused version={} by={} cause={}", family.version(), by, ex.getMessage());
			return new DeployOutcome.Refused(List.of(new Fault("task.liquid", String.valueOf(ex.getMessage()))));
		}
		boolean isNew = this.templates.save(deployment);
		if (isNew) {
			logger.info("templates deployed version={} by={} bytes={}", family.version(), by, family.size());
		}
		return new DeployOutcome.Deployed(isNew ? deployment : this.templates.find(family.version()).orElse(deployment),
				isNew);
	}

	/**
	 * Shows a family that was deployed. Tasks that began before keep what they had.
	 * @return the turn; empty if there is no such family
	 */
	public Optional<Turn> show(TemplateVersion version, String by) {
		return find(version).map((found) -> turn(found.version(), by));
	}

	/** A family by its version; that of this build is always known. */
	Optional<Deployment> find(TemplateVersion version) {
		return this.templates.find(version)
			.or(() -> Optional.of(new Deployment(this.builtIn.version(), BUILD, this.clock.instant(), this.builtIn))
				.filter((build) -> build.version().equals(version)));
	}

	/**
	 * Shows what was shown before the family that is shown now. Going back twice leads to
	 * where one was.
	 * @return the turn; empty if nothing else was ever shown
	 */
	public Optional<Turn> goBack(String by) {
		List<Turn> history = history();
		return history.stream()
			.map(Turn::version)
			.filter((version) -> !version.equals(history.getFirst().version()))
			.findFirst()
			.map((version) -> turn(version, by));
	}

	/** What was shown, the latest first. */
	public List<Turn> history() {
		return this.templates.turns(this.clock.instant(), HISTORY);
	}

	/**
	 * Deploys the family of this build, and shows it unless a person has chosen another.
	 * What is shown decides, not what is kept: a start that failed in between is made up
	 * for by the next.
	 */
	void deployBuild() {
		TemplateVersion version = this.builtIn.version();
		this.templates.save(new Deployment(version, BUILD, this.clock.instant(), this.builtIn));
		this.taskUis.register(version, TaskUiPage.of(this.builtIn));
		List<Turn> history = history();
		boolean another = history.stream()
			.findFirst()
			.map((newest) -> newest.by().equals(BUILD) && !newest.version().equals(version))
			.orElse(true);
		if (another) {
			turn(version, BUILD);
		}
	}

	private Turn turn(TemplateVersion version, String by) {
		Instant now = this.clock.instant();
		for (int tries = 0; tries < TRIES; tries++) {
			Turn turn = new Turn(version, by, now.plusMillis(tries));
			if (this.templates.turn(turn)) {
				logger.info("templates shown version={} by={}", version, by);
				return turn;
			}
		}
		throw new RetryableFailure("Too many turns of templates at once", null);
	}

}
