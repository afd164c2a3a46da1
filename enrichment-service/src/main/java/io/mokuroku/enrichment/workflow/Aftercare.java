package io.mokuroku.enrichment.workflow;

/**
 * Leaves nothing of an execution behind. Doing it again is harmless.
 */
@FunctionalInterface
public interface Aftercare {

	/**
	 * Gives back the entry and removes what the execution kept.
	 * @param owner whose lock it was started with; a lock of anybody else stays
	 */
	void cleanUp(TaskRun run, String owner);

}
