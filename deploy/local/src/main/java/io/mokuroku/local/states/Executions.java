package io.mokuroku.local.states;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Runs executions. Each turn happens under the lock of its execution: interpret, write
 * the facts to the journal, and only then act on the outside (send, set the alarm,
 * finish). Between turns an execution holds no thread.
 */
final class Executions implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Executions.class);

	private static final Duration LONGEST_SEND = Duration.ofSeconds(5);

	private static final Duration AFTER_DISK_FAILURE = Duration.ofSeconds(5);

	private final Path folder;

	private final Machines machines;

	private final FinishedExecutions finished;

	private final TaskSender sender;

	private final InstantSource clock;

	private final Alarms alarms;

	private final RandomGenerator random;

	private final Queries queries;

	private final DiskSync disk = new DiskSync();

	private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

	private final Map<String, RunningExecution> running = new ConcurrentHashMap<>();

	private volatile boolean closed;

	Executions(Path dataDir, Machines machines, TaskTargets targets, InstantSource clock, Alarms alarms,
			RandomGenerator random) throws IOException {
		this.folder = Files.createDirectories(dataDir.resolve("running"));
		this.machines = machines;
		this.finished = FinishedExecutions.open(dataDir.resolve("finished"), clock.instant());
		this.sender = new TaskSender(targets);
		this.clock = clock;
		this.alarms = alarms;
		this.random = random;
		this.queries = new Queries(new QueryFunctions(clock, random));
	}

	/** Takes up what was running when the process ended. */
	void resume() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.filter((file) -> file.toString().endsWith(".jsonl")).toList()) {
				try {
					load(file).ifPresent((execution) -> this.running.put(Tokens.key(execution.header().arn()),
							new RunningExecution(file, execution)));
				}
				catch (IOException | RuntimeException ex) {
					logger.error("event=journal-unreadable action=left-alone file={}", file.getFileName(), ex);
				}
			}
		}
		this.running.values().forEach((execution) -> submit(() -> takeUp(execution)));
	}

	private Optional<Execution> load(Path file) throws IOException {
		Optional<Journal.Contents> contents = Journal.read(file);
		if (contents.isEmpty()) {
			logger.warn("event=journal-without-header action=deleted file={}", file.getFileName());
			Files.delete(file);
			return Optional.empty();
		}
		if (contents.get().isTorn()) {
			logger.warn("event=journal-torn action=truncated file={} bytes={}", file.getFileName(),
					contents.get().length() - contents.get().whole());
			Journal.truncate(file, contents.get().whole());
		}
		Header header = contents.get().header();
		Execution execution = new Execution(header, this.machines.getDefinition(header.definition()));
		contents.get().batches().forEach(execution::apply);
		return Optional.of(execution);
	}

	private void takeUp(RunningExecution resumed) {
		turn(resumed, (interpreter) -> {
		});
		act(resumed, resumed.execution().strands());
	}

	/** Starts an execution. It is on its way to the disk when this returns. */
	void start(Header header) throws IOException {
		refuseIfClosed();
		String key = Tokens.key(header.arn());
		Path journal = this.folder.resolve(key + ".jsonl");
		Execution execution = new Execution(header, this.machines.getDefinition(header.definition()));
		Journal.create(journal, header);
		RunningExecution started = new RunningExecution(journal, execution);
		this.running.put(key, started);
		this.disk.wrote(journal);
		submit(() -> turn(started, (interpreter) -> {
		}));
	}

	/**
	 * Answers the task that waits for a token.
	 * @return false if none waits for it any more
	 */
	boolean answer(String key, String token, Answering answering) {
		refuseIfClosed();
		RunningExecution execution = this.running.get(key);
		if (execution == null) {
			return false;
		}
		awaitSend(execution, token);
		boolean[] waited = { false };
		turn(execution, (interpreter) -> execution.execution().findWaitingFor(token).ifPresent((strand) -> {
			waited[0] = true;
			answering.answer(interpreter, strand);
		}));
		if (!waited[0]) {
			refuseIfClosed();
		}
		return waited[0];
	}

	/**
	 * A worker must not take our end for the end of its task: it gets an error it
	 * retries.
	 */
	private void refuseIfClosed() {
		if (this.closed) {
			throw new UncheckedIOException(new IOException("the server is closing"));
		}
	}

	/** A quick worker may answer before we know that its message was sent. */
	private void awaitSend(RunningExecution execution, String token) {
		CompletableFuture<Void> send = null;
		execution.lock().lock();
		try {
			Optional<Strand> strand = execution.execution().findWaitingFor(token);
			if (strand.isPresent() && strand.get().pending() instanceof Pending.Answer answer) {
				send = execution.sending().get(answer.id());
			}
		}
		finally {
			execution.lock().unlock();
		}
		if (send != null) {
			try {
				send.get(LONGEST_SEND.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException | ExecutionException ex) {
				logger.debug("event=answer-before-send reason={}", ex.toString());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** Stops an execution; false if it has ended already. */
	boolean stop(String key, Consumer<Interpreter> stopping) {
		RunningExecution execution = this.running.get(key);
		if (execution == null) {
			return false;
		}
		turn(execution, stopping);
		return true;
	}

	private void turn(RunningExecution running, Consumer<Interpreter> step) {
		running.lock().lock();
		try {
			if (running.isStale()) {
				reload(running);
			}
			if (running.execution().isFinished() || this.closed) {
				return;
			}
			Turn turn = interpret(running, step);
			if (!turn.facts().isEmpty()) {
				write(running, new Batch(turn.now(), turn.facts()));
			}
			Set<Integer> scheduled = turn.facts()
				.stream()
				.filter(Fact.TaskScheduled.class::isInstance)
				.map((fact) -> ((Fact.TaskScheduled) fact).strand())
				.collect(Collectors.toSet());
			act(running,
					turn.execution().strands().stream().filter((strand) -> scheduled.contains(strand.id())).toList());
		}
		finally {
			running.lock().unlock();
		}
	}

	/**
	 * A mistake of ours must not leave half a turn behind: it fails the execution
	 * instead.
	 */
	private Turn interpret(RunningExecution running, Consumer<Interpreter> step) {
		Turn turn = new Turn(running.execution(), now(), this.random);
		try {
			Interpreter interpreter = new Interpreter(turn, this.queries);
			interpreter.wake();
			if (!turn.execution().isFinished()) {
				step.accept(interpreter);
			}
			return turn;
		}
		catch (RuntimeException ex) {
			logger.error("event=turn-failed execution={}", turn.execution().header().name(), ex);
			reload(running);
			Turn last = new Turn(running.execution(), now(), this.random);
			new Interpreter(last, this.queries).giveUp(ex.toString());
			return last;
		}
	}

	private void write(RunningExecution running, Batch batch) {
		try {
			Journal.append(running.journal(), batch);
			this.disk.wrote(running.journal());
		}
		catch (IOException ex) {
			throw setBack(running, ex);
		}
	}

	/** What was not written did not happen: back to what the journal says. */
	private void reload(RunningExecution running) {
		try {
			load(running.journal()).ifPresent(running::reloaded);
		}
		catch (IOException ex) {
			throw setBack(running, ex);
		}
	}

	private UncheckedIOException setBack(RunningExecution running, IOException reason) {
		running.setStale();
		running.setAlarm(this.alarms.set(now().plus(AFTER_DISK_FAILURE), () -> submit(() -> takeUp(running))));
		return new UncheckedIOException(reason);
	}

	/** Does what the written facts ask for. */
	private void act(RunningExecution running, List<Strand> strands) {
		running.lock().lock();
		try {
			Execution execution = running.execution();
			for (Strand strand : strands) {
				if (execution.isAlive(strand) && strand.pending() instanceof Pending.Answer answer && !answer.sent()
						&& !running.sending().containsKey(answer.id())) {
					running.sending().put(answer.id(), new CompletableFuture<>());
					submit(() -> send(running, strand, answer));
				}
			}
			running.setAlarm(execution.nextDue().map((due) -> this.alarms.set(due, () -> wake(running))).orElse(null));
			if (execution.isFinished()) {
				finish(running, execution);
			}
		}
		finally {
			running.lock().unlock();
		}
	}

	private void wake(RunningExecution running) {
		submit(() -> turn(running, (interpreter) -> {
		}));
	}

	private void submit(Runnable task) {
		try {
			this.workers.execute(() -> {
				try {
					task.run();
				}
				catch (UncheckedIOException ex) {
					logger.error("event=journal-not-written reason={}", ex.toString());
				}
			});
		}
		catch (RejectedExecutionException ex) {
			logger.debug("event=work-after-close");
		}
	}

	private void send(RunningExecution running, Strand strand, Pending.Answer answer) {
		Consumer<Interpreter> outcome;
		try {
			JsonNode receipt = this.sender.send(answer.parameters());
			outcome = (interpreter) -> interpreter.sent(strand, receipt);
		}
		catch (TaskTargetException ex) {
			Failure failure = Failure.of(ex.error(), ex.getMessage());
			outcome = (interpreter) -> interpreter.taskFailed(strand, failure);
		}
		Consumer<Interpreter> told = outcome;
		turn(running, (interpreter) -> {
			boolean same = running.execution().isAlive(strand) && strand.pending() instanceof Pending.Answer current
					&& current.id() == answer.id();
			if (same) {
				told.accept(interpreter);
			}
		});
		running.lock().lock();
		try {
			CompletableFuture<Void> done = running.sending().remove(answer.id());
			if (done != null) {
				done.complete(null);
			}
		}
		finally {
			running.lock().unlock();
		}
	}

	private void finish(RunningExecution running, Execution execution) {
		Header header = execution.header();
		if (!this.running.containsKey(Tokens.key(header.arn()))) {
			return;
		}
		Fact.Finished end = execution.findEnd().orElseThrow();
		FinishedExecution summary = new FinishedExecution(header.name(), header.machine(), end.status(),
				header.startedAt(), now());
		try {
			this.finished.add(summary, running.journal());
		}
		catch (IOException ex) {
			logger.warn("event=finished-not-filed execution={} reason={}", header.name(), ex.toString());
		}
		this.running.remove(summary.key());
		forgetMachine(header.machine());
	}

	/** The last execution of a machine that is being deleted takes it along. */
	private void forgetMachine(String name) {
		boolean deleting = this.machines.find(name).map(Machine::deleting).orElse(false);
		if (deleting && !isRunning(name)) {
			try {
				this.machines.remove(name);
			}
			catch (IOException ex) {
				logger.warn("event=machine-not-removed machine={} reason={}", name, ex.toString());
			}
		}
	}

	boolean isRunning(String machine) {
		return this.running.values()
			.stream()
			.anyMatch((execution) -> execution.execution().header().machine().equals(machine));
	}

	Optional<Header> findRunning(String key) {
		return Optional.ofNullable(this.running.get(key)).map((execution) -> execution.execution().header());
	}

	Collection<Header> running() {
		return this.running.values().stream().map((execution) -> execution.execution().header()).toList();
	}

	FinishedExecutions finished() {
		return this.finished;
	}

	/** Everything an execution did so far, running or finished. */
	Optional<Journal.Contents> findJournal(String key) throws IOException {
		RunningExecution execution = this.running.get(key);
		if (execution != null) {
			execution.lock().lock();
			try {
				if (Files.exists(execution.journal())) {
					return Journal.read(execution.journal());
				}
			}
			finally {
				execution.lock().unlock();
			}
		}
		Optional<FinishedExecution> ended = this.finished.find(key);
		return ended.isPresent() ? Journal.read(this.finished.journal(ended.get())) : Optional.empty();
	}

	Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	@Override
	public void close() {
		this.closed = true;
		this.workers.close();
		this.alarms.close();
		this.disk.close();
	}

	/** What an answer does to the strand that waited for it. */
	interface Answering {

		void answer(Interpreter interpreter, Strand strand);

	}

}
