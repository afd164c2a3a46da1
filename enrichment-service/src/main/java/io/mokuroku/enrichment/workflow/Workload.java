package io.mokuroku.enrichment.workflow;

/**
 * How much lies before the workers of all instances.
 */
@FunctionalInterface
interface Workload {

	/** Tasks that wait or are being done, as far as the queue knows. */
	int openTasks();

}
