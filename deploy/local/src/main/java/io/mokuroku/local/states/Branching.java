package io.mokuroku.local.states;

import tools.jackson.databind.JsonNode;

/**
 * Starts, ends and aborts the branches of Parallel and Map states.
 */
final class Branching {

	private final Turn turn;

	private final Interpreter interpreter;

	Branching(Turn turn, Interpreter interpreter) {
		this.turn = turn;
		this.interpreter = interpreter;
	}

	/** Only the iterations of a Map have an event that starts them. */
	void start(Strand parent, Flow flow, JsonNode input, Mark mark) {
		Fork fork = Execution.fork(parent);
		int id = this.turn.execution().highestStrand() + 1;
		this.turn.record(new Fact.BranchStarted(mark, parent.id(), id, fork.nextIndex(), parent.state().name(), input));
		this.turn.ready(this.turn.execution().strand(id));
	}

	void ended(Strand branch, JsonNode output) {
		Strand parent = Execution.parent(branch);
		record(branch, true, output);
		this.interpreter.entry().goOn(parent);
	}

	/**
	 * Without tolerance the first failed branch fails the whole state, with its own
	 * error.
	 */
	void failed(Strand branch, Failure failure) {
		Strand parent = Execution.parent(branch);
		Fork fork = Execution.fork(parent);
		long last = branch.lastEvent();
		boolean interrupted = branch.isIn("Task");
		record(branch, false, failure.toOutput());
		if (!fork.failedTooOften()) {
			this.interpreter.entry().goOn(parent);
			return;
		}
		if (interrupted) {
			this.turn.record(new Fact.StateAborted(this.turn.mark(last), branch.id(), "Task"));
		}
		this.interpreter.failures()
			.handle(parent, fork.isTolerant() ? Failure.of(ErrorNames.TOLERANCE_EXCEEDED,
					"The specified tolerated failure threshold was exceeded") : failure);
	}

	private void record(Strand branch, boolean succeeded, JsonNode output) {
		Strand parent = Execution.parent(branch);
		Mark mark = Execution.fork(parent).isMap() ? this.turn.mark(branch) : Mark.NONE;
		this.turn
			.record(new Fact.BranchEnded(mark, branch.id(), branch.index(), parent.state().name(), succeeded, output));
	}

	/**
	 * A Parallel or Map is not tried again: what still runs in it is aborted, then it has
	 * failed.
	 */
	void giveUp(Strand strand) {
		abortBranches(strand);
		if (strand.pending() instanceof Pending.Branches) {
			this.turn.record(new Fact.Joined(this.turn.mark(strand), strand.id(), strand.state().type(), false));
		}
	}

	void abortBranches(Strand strand) {
		if (!(strand.pending() instanceof Pending.Branches(Fork fork))) {
			return;
		}
		for (Strand branch : fork.running()) {
			abortBranches(branch);
			if (!(branch.pending() instanceof Pending.Nothing)) {
				this.turn.record(new Fact.StateAborted(this.turn.mark(branch), branch.id(), branch.state().type()));
			}
			Mark mark = fork.isMap() ? this.turn.mark(branch) : Mark.NONE;
			this.turn.record(new Fact.BranchAborted(mark, branch.id(), branch.index(), strand.state().name()));
		}
	}

}
