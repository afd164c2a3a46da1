package io.mokuroku.enrichment.workflow;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

import io.mokuroku.local.states.TaskTargetException;
import io.mokuroku.local.states.TaskTargets;
import io.mokuroku.message.EnrichmentTask;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.WireFormat;
import tools.jackson.databind.JsonNode;

/**
 * The queues the state machine sends to. Each message is handled on a thread of its own,
 * again if its handler dies or fails, up to five times; a test can have tasks shown
 * twice, late or never.
 */
final class DisturbedQueues implements TaskTargets, AutoCloseable {

	private static final int MOST_ATTEMPTS = 5;

	private final PayloadSchemas schemas;

	private final Consumer<EnrichmentTask> tasks;

	private final Consumer<JsonNode> images;

	private final Consumer<JsonNode> reviewers;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final AtomicInteger underWay = new AtomicInteger();

	private final AtomicInteger sent = new AtomicInteger();

	private final AtomicInteger refusals = new AtomicInteger();

	private final List<JsonNode> reviews = new CopyOnWriteArrayList<>();

	private final List<Message> deadLetters = new CopyOnWriteArrayList<>();

	private final List<EnrichmentTask> heldBack = new CopyOnWriteArrayList<>();

	/** How often the queue shows a task; held back if never. */
	private volatile ToIntFunction<EnrichmentTask> deliveries = (task) -> 1;

	DisturbedQueues(PayloadSchemas schemas, Consumer<EnrichmentTask> tasks, Consumer<JsonNode> images,
			Consumer<JsonNode> reviewers) {
		this.schemas = schemas;
		this.tasks = tasks;
		this.images = images;
		this.reviewers = reviewers;
	}

	void deliver(ToIntFunction<EnrichmentTask> times) {
		this.deliveries = times;
	}

	/** The queue of dead letters takes nothing for a while. */
	void refuseDeadLetters(int times) {
		this.refusals.set(times);
	}

	/** The tasks the queue has not shown yet. */
	List<EnrichmentTask> heldBack() {
		return this.heldBack;
	}

	List<Message> deadLetters() {
		return this.deadLetters;
	}

	/** What people were asked, the latest last. */
	List<JsonNode> reviews() {
		return this.reviews;
	}

	/** Whether so many messages were sent and none is being handled. */
	boolean areQuietAfter(long messages) {
		return this.underWay.get() == 0 && this.sent.get() >= messages && this.underWay.get() == 0;
	}

	@Override
	public Receipt send(Message message) throws TaskTargetException {
		try {
			switch (message.queueUrl()) {
				case "tasks" -> deliver(WireFormat.read(message.body(), EnrichmentTask.class));
				case "images" -> copyImages(WorkflowJson.MAPPER.readTree(message.body()));
				case "reviews" -> ask(WorkflowJson.MAPPER.readTree(message.body()));
				case "dead" -> bury(message);
				default -> throw new TaskTargetException("SQS.QueueDoesNotExistException", message.queueUrl(), null);
			}
			return new Receipt("message", "d41d8cd98f00b204e9800998ecf8427e");
		}
		finally {
			this.sent.incrementAndGet();
		}
	}

	private void deliver(EnrichmentTask task) {
		int times = this.deliveries.applyAsInt(task);
		if (times == 0) {
			this.heldBack.add(task);
		}
		for (int i = 0; i < times; i++) {
			run(() -> this.tasks.accept(task));
		}
	}

	private void copyImages(JsonNode request) {
		this.schemas.checkInput("images", request);
		run(() -> this.images.accept(request));
	}

	private void ask(JsonNode request) {
		this.schemas.checkInput("review", request);
		this.reviews.add(request);
		run(() -> this.reviewers.accept(request));
	}

	private void bury(Message message) throws TaskTargetException {
		if (this.refusals.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
			throw new TaskTargetException("SQS.AmazonSQSException", "not now", null);
		}
		this.schemas.checkInput("dead-letter", WorkflowJson.MAPPER.readTree(message.body()));
		this.deadLetters.add(message);
	}

	private void run(Runnable work) {
		this.underWay.incrementAndGet();
		this.threads.execute(() -> {
			try {
				handle(work, 1);
			}
			finally {
				this.underWay.decrementAndGet();
			}
		});
	}

	private static void handle(Runnable work, int attempt) {
		try {
			work.run();
		}
		catch (Death | RetryableFailure ex) {
			if (attempt < MOST_ATTEMPTS) {
				handle(work, attempt + 1);
			}
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	/** The process of a worker ends in the middle of its work. */
	static final class Death extends Error {

		private static final long serialVersionUID = 1L;

	}

}
