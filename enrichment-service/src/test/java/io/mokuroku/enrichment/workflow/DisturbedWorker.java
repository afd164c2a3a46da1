package io.mokuroku.enrichment.workflow;

import java.util.function.BiConsumer;

/**
 * A worker with something happening around its work.
 *
 * @param worker does the work
 * @param before given the task and where it belongs
 * @param after the same, once the work is done and before it is answered
 */
record DisturbedWorker<I>(TaskWorker<I> worker, BiConsumer<String, TaskRun> before,
		BiConsumer<String, TaskRun> after) implements TaskWorker<I> {

	@Override
	public String task() {
		return this.worker.task();
	}

	@Override
	public Class<I> inputType() {
		return this.worker.inputType();
	}

	@Override
	public Object work(TaskRun run, I input) {
		this.before.accept(task(), run);
		Object output = this.worker.work(run, input);
		this.after.accept(task(), run);
		return output;
	}

}
