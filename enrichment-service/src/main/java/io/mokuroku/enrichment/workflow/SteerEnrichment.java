package io.mokuroku.enrichment.workflow;

import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.message.EnrichmentRequested;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets people end the latest execution of an entry, and repeat it when it has failed.
 */
final class SteerEnrichment {

	/** The error of an execution that somebody stopped. */
	static final String STOPPED = "Stopped";

	private static final Logger logger = LoggerFactory.getLogger(SteerEnrichment.class);

	private final EnrichmentRuns runs;

	private final Executions executions;

	private final DeadExecutions dead;

	private final StartEnrichment enrichment;

	SteerEnrichment(EnrichmentRuns runs, Executions executions, DeadExecutions dead, StartEnrichment enrichment) {
		this.runs = runs;
		this.executions = executions;
		this.dead = dead;
		this.enrichment = enrichment;
	}

	/** The latest execution of an entry; empty if there was none or it is forgotten. */
	Optional<Latest> findLatest(AnimeId animeId) {
		return this.runs.findLatest(animeId)
			.flatMap((run) -> this.executions.find(run.executionArn()).map((state) -> new Latest(run, state)));
	}

	/**
	 * Ends an execution and gives back what it holds.
	 * @param who for the history of the execution
	 * @return false if it had ended already
	 */
	boolean stop(AnimeId animeId, Latest latest, String who) {
		if (!latest.state().isRunning()) {
			return false;
		}
		this.executions.stop(latest.run().executionArn(), STOPPED, "Stopped by " + who);
		this.dead.giveBack(ExecutionName.ofArn(latest.run().executionArn()));
		logger.info("enrichment stopped anime={} execution={} by={}", animeId, latest.run().executionArn(), who);
		return true;
	}

	/**
	 * Starts the same again as a new execution.
	 * @param latest one that did not succeed and does not run any more
	 */
	StartOutcome retry(AnimeId animeId, Latest latest) {
		ExecutionInput before = WorkflowJson.MAPPER.readValue(String.valueOf(latest.state().input()),
				ExecutionInput.class);
		this.dead.giveBack(ExecutionName.ofArn(latest.run().executionArn()));
		return this.enrichment.startOnce(new EnrichmentRequested(animeId, before.mode(), before.episode(),
				"again after " + latest.state().error(), SingleRequest.newId()));
	}

	/**
	 * The latest execution of an entry.
	 *
	 * @param run what is remembered of its start
	 * @param state where it stands
	 */
	record Latest(EnrichmentRuns.Run run, Executions.State state) {
	}

}
