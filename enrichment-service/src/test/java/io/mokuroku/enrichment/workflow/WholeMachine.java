package io.mokuroku.enrichment.workflow;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.local.states.StatesOnTestTime;
import io.mokuroku.local.states.TaskTargets;
import io.mokuroku.message.EnrichmentTask;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/**
 * The definition of the repository on the interpreter of the local cloud, with workers
 * behind queues that a test can disturb, and a clock that jumps to the next moment
 * something is due whenever nothing else can happen.
 */
final class WholeMachine implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final PayloadSchemas schemas = PayloadSchemas.load();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final List<String> executions = new CopyOnWriteArrayList<>();

	private final DisturbedQueues queues;

	private final StatesOnTestTime states;

	private final SfnClient sfn;

	private final TaskTokens tokens;

	private final PerformTask workers;

	private final String machine;

	private volatile boolean imagesFail;

	private volatile boolean approving;

	WholeMachine(Path folder, Collection<TaskWorker<?>> workers) {
		this(folder, (time) -> workers, UnaryOperator.identity());
	}

	/**
	 * A machine.
	 * @param workers what does its tasks, given its clock
	 * @param disturbed wraps the way answers take
	 */
	WholeMachine(Path folder, Function<InstantSource, Collection<TaskWorker<?>>> workers,
			UnaryOperator<TaskTokens> disturbed) {
		this.queues = new DisturbedQueues(this.schemas, this::show, this::copyImages, this::review);
		this.states = new StatesOnTestTime(folder, this.queues);
		this.sfn = SfnClient.builder()
			.endpointOverride(URI.create("http://127.0.0.1:" + this.states.port()))
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
			.build();
		this.tokens = disturbed.apply(new SfnTaskTokens(this.sfn));
		this.workers = new PerformTask(workers.apply(this.states.clock()), this.schemas, this.tokens,
				new Heartbeats(this.tokens, this.timer, this.threads, Duration.ofHours(1)), new SimpleMeterRegistry());
		String definition = StateMachineDefinition
			.with(Map.of("enrichment_tasks_queue_url", "tasks", "image_requests_queue_url", "images",
					"review_requests_queue_url", "reviews", "enrichment_requests_dlq_url", "dead"));
		this.machine = this.sfn
			.createStateMachine((create) -> create.name("enrichment")
				.definition(definition)
				.roleArn("arn:aws:iam::000000000000:role/enrichment"))
			.stateMachineArn();
	}

	DisturbedQueues queues() {
		return this.queues;
	}

	StatesOnTestTime states() {
		return this.states;
	}

	SfnClient sfn() {
		return this.sfn;
	}

	String machineArn() {
		return this.machine;
	}

	void failImages() {
		this.imagesFail = true;
	}

	/** Whoever is asked from now on approves at once. */
	void approve() {
		this.approving = true;
	}

	/** Shows a task to a worker, as the queue does. */
	void show(EnrichmentTask task) {
		this.workers.handle(task);
	}

	/** Starts an execution. */
	String start(String name, String input) {
		this.schemas.checkInput("execution", WorkflowJson.MAPPER.readTree(input));
		String arn = this.sfn.startExecution((start) -> start.stateMachineArn(this.machine).name(name).input(input))
			.executionArn();
		this.executions.add(arn);
		return arn;
	}

	/** Waits for the end of an execution and lets time pass where it waits for it. */
	DescribeExecutionResponse finish(String arn) {
		awaitLettingTimePass(() -> describe(arn).status() != ExecutionStatus.RUNNING);
		DescribeExecutionResponse ended = describe(arn);
		if (ended.status() == ExecutionStatus.SUCCEEDED) {
			this.schemas.checkOutput("execution", WorkflowJson.MAPPER.readTree(ended.output()));
		}
		return ended;
	}

	/** Waits until people have been asked so many times. */
	JsonNode awaitReview(int times) {
		awaitLettingTimePass(() -> this.queues.reviews().size() >= times);
		return this.queues.reviews().get(times - 1);
	}

	/** Waits until a task was sent that the queue does not show. */
	void awaitHeldBack() {
		awaitLettingTimePass(() -> !this.queues.heldBack().isEmpty());
	}

	/** Answers the question that was asked last. */
	void decide(String answer) {
		this.schemas.checkOutput("review", WorkflowJson.MAPPER.readTree(answer));
		String token = this.queues.reviews().getLast().get("taskToken").asString();
		await().atMost(LIMIT).until(() -> this.tokens.succeed(token, answer));
	}

	/** The states an execution entered, in order. */
	List<String> entered(String arn) {
		return history(arn).stream()
			.filter((event) -> event.stateEnteredEventDetails() != null)
			.map((event) -> event.stateEnteredEventDetails().name())
			.toList();
	}

	List<HistoryEvent> history(String arn) {
		return this.sfn.getExecutionHistoryPaginator((ask) -> ask.executionArn(arn).maxResults(1000))
			.events()
			.stream()
			.toList();
	}

	private DescribeExecutionResponse describe(String arn) {
		return this.sfn.describeExecution((ask) -> ask.executionArn(arn));
	}

	/**
	 * Only if no worker works, nobody goes on with an execution and every message that
	 * was to be sent is sent. What one hands to the other meanwhile shows in how much was
	 * begun.
	 */
	private void awaitLettingTimePass(BooleanSupplier done) {
		await().atMost(LIMIT).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(3)).until(() -> {
			long begun = this.states.begun();
			boolean quiet = this.queues.areQuietAfter(scheduled()) && this.states.isIdle()
					&& this.queues.areQuietAfter(0) && this.states.begun() == begun;
			if (done.getAsBoolean()) {
				return true;
			}
			if (quiet) {
				this.states.advance();
			}
			return false;
		});
	}

	private long scheduled() {
		return this.executions.stream()
			.flatMap((arn) -> history(arn).stream())
			.filter((event) -> event.type() == HistoryEventType.TASK_SCHEDULED)
			.count();
	}

	private void review(JsonNode request) {
		if (this.approving) {
			this.tokens.succeed(request.get("taskToken").asString(), "{\"decision\": \"APPROVE\"}");
		}
	}

	private void copyImages(JsonNode request) {
		String token = request.get("taskToken").asString();
		if (this.imagesFail) {
			this.tokens.fail(token, "Retryable", "no pictures today");
		}
		else {
			this.tokens.succeed(token, """
					{"images": [{"url": "https://cdn.example.org/1.jpg", "key": "images/1.jpg"}]}""");
		}
	}

	/** The attribute of a dead letter. */
	static String attribute(TaskTargets.Message message, String name) {
		return Optional.ofNullable(message.attributes().get(name)).orElseThrow().value();
	}

	@Override
	public void close() {
		this.queues.close();
		this.sfn.close();
		this.threads.shutdownNow();
		this.timer.shutdownNow();
		this.states.close();
	}

}
