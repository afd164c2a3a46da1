package io.mokuroku.enrichment.workflow;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.Works;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.EnrichmentRequested.Mode;
import io.mokuroku.message.Messages;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Requests, from the queue to the execution.
 */
final class StartEnrichmentTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private final LocalEngines engines = LocalEngines.start();

	private final Stores stores = Stores.on(this.engines, InstantSource.fixed(NOW));

	private final AnimeEntry entry = Works.aDraft();

	private final AnimeId id = this.entry.id();

	private final ExecutionsInMemory executions = new ExecutionsInMemory();

	private int openTasks;

	private final List<AnimeEntry> forgotten = new ArrayList<>();

	private final List<TaskRun> cleanedUp = new ArrayList<>();

	private final DeadExecutions dead;

	private final StartEnrichment enrichment;

	StartEnrichmentTests(@TempDir Path folder) {
		this.dead = new DeadExecutions(this.executions, this.stores.locks(), WorkAreas.in(folder), (run, owner) -> {
			this.cleanedUp.add(run);
			this.stores.locks()
				.find(run.animeId())
				.filter((lock) -> lock.owner().equals(owner))
				.ifPresent(this.stores.locks()::release);
		}, InstantSource.fixed(NOW));
		this.enrichment = noting(this.engines.dynamo());
	}

	@BeforeEach
	void anEntry() {
		this.engines.reset();
		this.stores.anime().add(List.of(this.entry));
	}

	@Test
	void asksProvidersAnewForAPersonOnly() {
		this.enrichment.start(asking("request-1"));
		assertThat(this.forgotten).isEmpty();
		assertThat(this.enrichment.startOnce(asking("request-2"))).isInstanceOf(StartOutcome.Busy.class);
		assertThat(this.forgotten).as("while another works on it").isEmpty();
		this.stores.locks().find(this.id).ifPresent(this.stores.locks()::release);
		assertThat(this.enrichment.startOnce(asking("request-3"))).isInstanceOf(StartOutcome.Started.class);
		assertThat(this.forgotten).containsExactly(this.entry);
	}

	@Test
	void asksProvidersAnewWhereTheDatasetIsAhead() {
		AnimeEntry behind = this.entry.with((change) -> {
			change.standing = change.standing.withFlags(Set.of(Standing.Flag.EPISODE_GAP));
			change.revision = this.entry.revision().next(NOW, null);
		});
		this.stores.anime().save(behind, this.entry, null);
		this.enrichment.start(new EnrichmentRequested(this.id, EnrichmentRequested.Mode.REFRESH, null,
				"the dataset is ahead", "sync-1"));
		assertThat(this.forgotten).containsExactly(behind);
	}

	@Test
	void startsOneExecutionUnderTheLock() {
		StartOutcome outcome = this.enrichment.start(asking("request-1"));
		Lock lock = this.stores.locks().find(this.id).orElseThrow();
		String name = this.id + "-" + lock.fencing();
		assertThat(outcome).isEqualTo(new StartOutcome.Started("arn:" + name));
		assertThat(lock.owner()).isEqualTo("request-1");
		assertThat(lock.expiresAt()).isEqualTo(NOW.plusSeconds(3600));
		assertThat(this.executions.inputs()).containsOnlyKeys(name)
			.containsEntry(name, """
					{"animeId":"%s","mode":"FULL","requestId":"request-1",\
					"lock":{"owner":"request-1","fencing":%d,"expiresAt":"2026-11-22T13:00:00Z"}}""".formatted(this.id,
					lock.fencing()));
		assertThat(name.length()).isLessThanOrEqualTo(80);
	}

	@Test
	void namesTheEpisodeOfAnEpisodeUpdate() {
		this.enrichment.start(
				new EnrichmentRequested(this.id, Mode.EPISODE, EpisodeNumber.regular(8), "episode aired", "request-1"));
		assertThat(this.executions.inputs().values()).singleElement()
			.asString()
			.contains("\"mode\":\"EPISODE\",\"episode\":{\"kind\":\"REGULAR\",\"value\":8}");
	}

	@Test
	void takesTheSameRequestForTheSameStart() {
		StartOutcome first = this.enrichment.start(asking("request-1"));
		assertThat(this.enrichment.start(asking("request-1"))).isEqualTo(first);
		assertThat(this.executions.inputs()).hasSize(1);
		this.stores.locks().release(this.stores.locks().find(this.id).orElseThrow());
		assertThat(this.enrichment.start(asking("request-1"))).isEqualTo(first);
	}

	@Test
	void startsTheSameNameAgainAfterAFailure() {
		this.executions.stop();
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.enrichment.start(asking("request-1")));
		Lock lock = this.stores.locks().find(this.id).orElseThrow();
		this.executions.restart();
		assertThat(this.enrichment.start(asking("request-1")))
			.isEqualTo(new StartOutcome.Started("arn:" + this.id + "-" + lock.fencing()));
	}

	@Test
	void leavesTheEntryFreeForAPersonWhoAsksWhileStepFunctionsIsAway() {
		this.executions.stop();
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> this.enrichment.startOnce(asking("request-1")));
		assertThat(this.stores.locks().find(this.id)).isEmpty();
		this.executions.restart();
		assertThat(this.enrichment.startOnce(asking("request-2"))).isInstanceOf(StartOutcome.Started.class);
	}

	@Test
	void freesTheEntryAfterAFailureNobodyWillRepeat() {
		this.executions.refuse(new RetryableFailure("Too many executions run", null));
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> this.enrichment.startOnce(asking("request-1")));
		assertThat(this.stores.locks().find(this.id)).isEmpty();
	}

	@Test
	void keepsTheEntryWhileNobodyCanTellWhetherARequestNobodyWillRepeatHasBegun() {
		this.executions.stopWithTheNextStart();
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> this.enrichment.startOnce(asking("request-1")));
		assertThat(this.executions.inputs()).hasSize(1);
		assertThat(this.stores.locks().find(this.id)).map(Lock::owner).contains("request-1");
	}

	@Test
	void freesTheEntryAfterARefusalForGood() {
		this.executions.refuse(new PermanentFailure("execution_refused", "too long"));
		assertThat(refused()).isEqualTo("execution_refused");
		assertThat(this.stores.locks().find(this.id)).isEmpty();
	}

	@Test
	void freesAnEntryThatWasLockedForARequestThatCannotBeWorkedOn() {
		assertThat(this.stores.locks().tryAcquire(this.id, "request-1", Duration.ofHours(24))).isPresent();
		redirect();
		assertThat(refused()).isEqualTo("redirected");
		assertThat(this.stores.locks().find(this.id)).isEmpty();
	}

	@Test
	void keepsTheEntryWhileNobodyCanTellWhetherAnEarlierAttemptRuns() {
		Lock lock = this.stores.locks().tryAcquire(this.id, "request-1", Duration.ofHours(24)).orElseThrow();
		redirect();
		this.executions.stop();
		assertThat(refused()).isEqualTo("redirected");
		assertThat(this.stores.locks().find(this.id)).contains(lock);
	}

	@Test
	void keepsTheEntryOfAnExecutionThatStartedThoughItDidNotSaySo() {
		this.executions.loseAnswers();
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> this.enrichment.startOnce(asking("request-1")));
		assertThat(this.stores.locks().find(this.id)).map(Lock::owner).contains("request-1");
	}

	@Test
	void keepsTheEntryOfAnExecutionThatCouldNotBeNoted() {
		StartEnrichment forgetful = noting(new Forgetful(this.engines.dynamo()));
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> forgetful.startOnce(asking("request-1")));
		assertThat(this.executions.inputs()).hasSize(1);
		assertThat(this.stores.locks().find(this.id)).map(Lock::owner).contains("request-1");
	}

	@Test
	void keepsTheEntryOfAnExecutionThatRunsWhenItsRequestComesAgainInVain() {
		StartEnrichment forgetful = noting(new Forgetful(this.engines.dynamo()));
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> forgetful.start(asking("request-1")));
		Lock lock = this.stores.locks().find(this.id).orElseThrow();
		redirect();
		assertThat(refused()).isEqualTo("redirected");
		assertThat(this.stores.locks().find(this.id)).contains(lock);
		this.executions.end(this.executions.inputs().keySet().iterator().next(), "FAILED");
		assertThat(refused()).isEqualTo("redirected");
		assertThat(this.stores.locks().find(this.id)).isEmpty();
	}

	@Test
	void leavesTheLockOfSomebodyElseWhenItFails() {
		Lock theirs = this.stores.locks().tryAcquire(this.id, "somebody else", Duration.ofHours(1)).orElseThrow();
		redirect();
		assertThat(refused()).isEqualTo("redirected");
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> this.enrichment.startOnce(asking("request-1")));
		assertThat(this.stores.locks().find(this.id)).contains(theirs);
	}

	@Test
	void waitsWhileSomebodyElseWorksOnTheEntry() {
		this.enrichment.start(asking("request-1"));
		assertThat(this.enrichment.start(asking("request-2")))
			.isEqualTo(new StartOutcome.Busy("entry_locked", Duration.ofMinutes(5)));
		assertThat(this.executions.inputs()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "FAILED", "TIMED_OUT", "ABORTED" })
	void takesTheEntryFromAnExecutionThatDied(String status) {
		this.enrichment.start(asking("request-1"));
		String died = this.executions.inputs().keySet().iterator().next();
		this.executions.end(died, status);
		assertThat(this.enrichment.start(asking("request-2"))).isInstanceOf(StartOutcome.Started.class);
		assertThat(this.cleanedUp).containsExactly(new TaskRun(died, this.id));
		assertThat(this.executions.inputs()).hasSize(2);
	}

	@Test
	void leavesALockThatWasTakenForARequestStillOnItsWay() {
		Lock theirs = this.stores.locks().tryAcquire(this.id, "sync-7", Duration.ofHours(1)).orElseThrow();
		assertThat(this.enrichment.start(asking("request-2"))).isInstanceOf(StartOutcome.Busy.class);
		assertThat(this.stores.locks().find(this.id)).contains(theirs);
	}

	@Test
	void startsOneExecutionHoweverManyAskAtOnce() throws Exception {
		try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<StartOutcome>> outcomes = IntStream.range(0, 50)
				.mapToObj((number) -> askers.submit(() -> this.enrichment.start(asking("request-" + number))))
				.toList();
			int started = 0;
			for (Future<StartOutcome> outcome : outcomes) {
				started += (outcome.get() instanceof StartOutcome.Started) ? 1 : 0;
			}
			assertThat(started).isEqualTo(1);
		}
		assertThat(this.executions.inputs()).hasSize(1);
	}

	@Test
	void waitsForRoomBeforeItTakesTheLock() {
		this.openTasks = 2;
		assertThat(this.enrichment.start(asking("request-1")))
			.isEqualTo(new StartOutcome.Busy("workers_busy", Duration.ofSeconds(10)));
		assertThat(this.stores.locks().find(this.id)).isEmpty();
	}

	@Test
	void refusesWhatCannotBeWorkedOn() {
		redirect();
		assertThat(refused()).isEqualTo("redirected");
		this.engines.reset();
		assertThat(refused()).isEqualTo("unknown_anime");
	}

	@Test
	void leavesADraftAloneThatAPersonRefused() {
		AnimeEntry refused = this.entry.with((change) -> {
			change.lifecycle = Lifecycle.DRAFT;
			change.review = ReviewState.REJECTED;
			change.revision = this.entry.revision().next(NOW, null);
		});
		this.stores.anime().save(refused, this.entry, null);
		assertThat(refused()).isEqualTo("rejected");
	}

	@Test
	void putsARequestThatHasToWaitBackOnItsQueue() {
		this.openTasks = 2;
		TakeRequest takeRequest = new TakeRequest(this.enrichment, Messages.sender(this.engines));
		takeRequest.handle(asking("request-1"));
		assertThat(delayed()).isEqualTo("1");
		this.openTasks = 0;
		takeRequest.handle(asking("request-1"));
		assertThat(this.executions.inputs()).hasSize(1);
		assertThat(delayed()).isEqualTo("1");
	}

	private void redirect() {
		AnimeEntry redirect = this.entry.with((change) -> {
			change.lifecycle = Lifecycle.REDIRECT;
			change.mergedInto = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#1"));
			change.revision = this.entry.revision().next(NOW, null);
		});
		this.stores.anime().save(redirect, this.entry, null);
	}

	private String refused() {
		return assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> this.enrichment.start(asking("request-1")))
			.actual()
			.code();
	}

	private @Nullable String delayed() {
		return this.engines.sqs()
			.getQueueAttributes((ask) -> ask.queueUrl(this.engines.queueUrl("enrichment-requests"))
				.attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
			.join()
			.attributes()
			.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
	}

	private EnrichmentRequested asking(String requestId) {
		return new EnrichmentRequested(this.id, Mode.FULL, null, "because", requestId);
	}

	private StartEnrichment noting(DynamoDbClient dynamo) {
		return new StartEnrichment(this.stores.anime(), this.stores.locks(), this.executions,
				new EnrichmentRuns(dynamo), this.dead, PayloadSchemas.load(), () -> this.openTasks, this.forgotten::add,
				Traces.none(), InstantSource.fixed(NOW), new EnrichmentSettings(true, "machine", null, "role", 2, 1,
						Duration.ofHours(1), Duration.ofSeconds(30)));
	}

	/** Reads what was noted and notes nothing. */
	private record Forgetful(DynamoDbClient dynamo) implements DynamoDbClient {

		@Override
		public GetItemResponse getItem(GetItemRequest request) {
			return this.dynamo.getItem(request);
		}

		@Override
		public PutItemResponse putItem(PutItemRequest request) {
			throw SdkClientException.create("the connection broke");
		}

		@Override
		public String serviceName() {
			return "dynamodb";
		}

		@Override
		public void close() {
			// not its own
		}

	}

}
