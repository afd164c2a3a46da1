package io.mokuroku.local.states;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An execution in memory. Its only way to change is to apply facts, whether they happen
 * now or are read back from the journal.
 */
final class Execution {

	private final Header header;

	private final Definition definition;

	private final Strand root;

	private final TreeMap<Integer, Strand> strands = new TreeMap<>();

	private final Map<String, Integer> tokens = new HashMap<>();

	private int highestStrand;

	private long events = 1;

	private @Nullable FinishedExecution end;

	Execution(Header header, Definition definition) {
		this.header = header;
		this.definition = definition;
		this.root = new Strand(0, null, 0, definition.flow(), header.input(), 0);
		this.strands.put(0, this.root);
	}

	void apply(Batch batch) {
		batch.facts().forEach((fact) -> apply(fact, batch.at()));
	}

	void apply(Fact fact, Instant at) {
		switch (fact) {
			case Fact.Entered entered -> count(entered.mark(), strand(entered.strand())).entered(entered, at);
			case Fact.Exited exited -> count(exited.mark(), strand(exited.strand())).exited(exited);
			case Fact.Waiting waiting -> strand(waiting.strand()).waitsFor(new Pending.Timer(waiting.until()));
			case Fact.Retrying retrying -> strand(retrying.strand()).retrying(retrying);
			case Fact.TaskScheduled scheduled -> schedule(scheduled, at);
			case Fact.TaskStarted started -> count(started.mark(), strand(started.strand()));
			case Fact.TaskSubmitted submitted -> {
				Strand strand = count(submitted.mark(), strand(submitted.strand()));
				strand.waitsFor(answer(strand).asSent());
			}
			case Fact.TaskSucceeded succeeded -> settle(count(succeeded.mark(), strand(succeeded.strand())));
			case Fact.TaskFailed failed -> settle(count(failed.mark(), strand(failed.strand())));
			case Fact.HeartbeatReceived heartbeat -> {
				Strand strand = strand(heartbeat.strand());
				strand.waitsFor(answer(strand).heardAt(at));
			}
			case Fact.EvaluationFailed failed -> count(failed.mark(), strand(failed.strand()));
			case Fact.Forked forked ->
				count(forked.mark(), strand(forked.strand())).waitsFor(new Pending.Branches(new Fork(forked)));
			case Fact.BranchStarted started -> startBranch(started);
			case Fact.BranchEnded ended -> endBranch(ended);
			case Fact.BranchAborted aborted -> abortBranch(aborted);
			case Fact.StateAborted aborted -> this.events = Math.max(this.events, aborted.mark().id());
			case Fact.Joined joined -> join(joined);
			case Fact.Finished finished -> {
				this.events = finished.mark().id();
				this.end = new FinishedExecution(this.header.name(), this.header.machine(), finished.status(),
						this.header.startedAt(), at);
				this.strands.clear();
				this.tokens.clear();
			}
		}
	}

	private Strand count(Mark mark, Strand strand) {
		this.events = mark.id();
		strand.saw(mark);
		return strand;
	}

	private void schedule(Fact.TaskScheduled fact, Instant at) {
		Instant timeout = (fact.timeoutSeconds() != null) ? at.plusSeconds(fact.timeoutSeconds()) : null;
		Instant heartbeat = (fact.heartbeatSeconds() != null) ? at.plusSeconds(fact.heartbeatSeconds()) : null;
		Strand strand = count(fact.mark(), strand(fact.strand()));
		strand.waitsFor(new Pending.Answer(fact.mark().id(), fact.action(), fact.parameters(), fact.token(), false,
				timeout, heartbeat, fact.heartbeatSeconds()));
		if (fact.token() != null) {
			this.tokens.put(fact.token(), fact.strand());
		}
	}

	private void settle(Strand strand) {
		String token = answer(strand).token();
		if (token != null) {
			this.tokens.remove(token);
		}
		strand.waitsFor(new Pending.Nothing());
	}

	private void startBranch(Fact.BranchStarted fact) {
		Strand parent = strand(fact.parent());
		long last = parent.lastEvent();
		if (fact.mark().id() > 0) {
			this.events = fact.mark().id();
			last = fact.mark().id();
		}
		Flow flow = switch (parent.state()) {
			case State.Parallel parallel -> parallel.branches().get(fact.index());
			case State.ForEach forEach -> forEach.processor();
			default -> throw new IllegalStateException(parent.state().type() + " has no branches");
		};
		Strand branch = new Strand(fact.strand(), parent, fact.index(), flow, fact.input(), last);
		this.highestStrand = Math.max(this.highestStrand, fact.strand());
		this.strands.put(branch.id(), branch);
		fork(parent).started(branch);
	}

	private void endBranch(Fact.BranchEnded fact) {
		Strand branch = strand(fact.strand());
		if (fact.mark().id() > 0) {
			this.events = fact.mark().id();
			if (fact.succeeded()) {
				branch.saw(fact.mark());
			}
		}
		Strand parent = parent(branch);
		parent.follows(branch);
		fork(parent).ended(branch, fact.succeeded(), fact.output());
		this.strands.remove(branch.id());
	}

	private void abortBranch(Fact.BranchAborted fact) {
		this.events = Math.max(this.events, fact.mark().id());
		Strand branch = strand(fact.strand());
		if (branch.pending() instanceof Pending.Answer answer && answer.token() != null) {
			this.tokens.remove(answer.token());
		}
		fork(parent(branch)).aborted(branch);
		this.strands.remove(branch.id());
	}

	private void join(Fact.Joined fact) {
		this.events = fact.mark().id();
		Strand strand = strand(fact.strand());
		if (!fact.succeeded()) {
			strand.saw(fact.mark());
		}
		strand.waitsFor(new Pending.Nothing());
	}

	private static Pending.Answer answer(Strand strand) {
		if (strand.pending() instanceof Pending.Answer answer) {
			return answer;
		}
		throw new IllegalStateException("strand " + strand.id() + " waits for no task");
	}

	static Fork fork(Strand strand) {
		if (strand.pending() instanceof Pending.Branches(Fork fork)) {
			return fork;
		}
		throw new IllegalStateException("strand " + strand.id() + " has no branches");
	}

	static Strand parent(Strand strand) {
		Strand parent = strand.parent();
		if (parent == null) {
			throw new IllegalStateException("the execution itself is no branch");
		}
		return parent;
	}

	Strand strand(int id) {
		Strand strand = this.strands.get(id);
		if (strand == null) {
			throw new IllegalStateException("no strand " + id);
		}
		return strand;
	}

	boolean isAlive(Strand strand) {
		return this.strands.get(strand.id()) == strand;
	}

	List<Strand> strands() {
		return List.copyOf(this.strands.values());
	}

	Strand root() {
		return this.root;
	}

	Optional<Strand> findWaitingFor(String token) {
		return Optional.ofNullable(this.tokens.get(token)).map(this::strand);
	}

	/** The strand that waits for the task that an event scheduled. */
	Optional<Strand> findWaitingSince(long event) {
		return this.strands.values()
			.stream()
			.filter((strand) -> strand.pending() instanceof Pending.Answer task && task.id() == event)
			.findFirst();
	}

	int highestStrand() {
		return this.highestStrand;
	}

	long events() {
		return this.events;
	}

	/** When something happens by itself next, if anything does. */
	Optional<Instant> nextDue() {
		Stream<Instant> own = this.strands.values()
			.stream()
			.flatMap((strand) -> Stream.ofNullable(strand.pending().due()));
		return isFinished() ? Optional.empty()
				: Stream.concat(own, Stream.ofNullable(deadline())).min(Instant::compareTo);
	}

	@Nullable Instant deadline() {
		Long seconds = this.definition.timeoutSeconds();
		return (seconds != null) ? this.header.startedAt().plusSeconds(seconds) : null;
	}

	Header header() {
		return this.header;
	}

	boolean isFinished() {
		return this.end != null;
	}

	Optional<FinishedExecution> findEnd() {
		return Optional.ofNullable(this.end);
	}

}
