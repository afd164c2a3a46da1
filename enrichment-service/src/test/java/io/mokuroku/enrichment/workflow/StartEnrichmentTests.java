package io.mokuroku.enrichment.workflow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.Standing;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.EnrichmentRequested.Mode;
import io.mokuroku.message.Messages;
import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Requests, from the queue to the execution.
 */
final class StartEnrichmentTests {

	private final Starts starts;

	StartEnrichmentTests(@TempDir Path folder) {
		this.starts = new Starts(folder);
	}

	@BeforeEach
	void anEntry() {
		this.starts.anEntry();
	}

	@Test
	void asksProvidersAnewForAPersonOnly() {
		this.starts.enrichment.start(this.starts.asking("request-1"));
		assertThat(this.starts.forgotten).isEmpty();
		assertThat(this.starts.enrichment.startOnce(this.starts.asking("request-2")))
			.isInstanceOf(StartOutcome.Busy.class);
		assertThat(this.starts.forgotten).as("while another works on it").isEmpty();
		this.starts.lock().ifPresent(this.starts.stores.locks()::release);
		assertThat(this.starts.enrichment.startOnce(this.starts.asking("request-3")))
			.isInstanceOf(StartOutcome.Started.class);
		assertThat(this.starts.forgotten).containsExactly(this.starts.entry);
	}

	@Test
	void asksProvidersAnewWhereTheDatasetIsAhead() {
		AnimeEntry behind = this.starts.entry.with((change) -> {
			change.standing = change.standing.withFlags(Set.of(Standing.Flag.EPISODE_GAP));
			change.revision = this.starts.entry.revision().next(Starts.NOW, null);
		});
		this.starts.stores.anime().save(behind, this.starts.entry, null);
		this.starts.enrichment.start(new EnrichmentRequested(this.starts.id, EnrichmentRequested.Mode.REFRESH, null,
				"the dataset is ahead", "sync-1"));
		assertThat(this.starts.forgotten).containsExactly(behind);
	}

	@Test
	void startsOneExecutionUnderTheLock() {
		StartOutcome outcome = this.starts.enrichment.start(this.starts.asking("request-1"));
		Lock lock = this.starts.lock().orElseThrow();
		String name = this.starts.id + "-" + lock.fencing();
		assertThat(outcome).isEqualTo(new StartOutcome.Started("arn:" + name));
		assertThat(lock.owner()).isEqualTo("request-1");
		assertThat(lock.expiresAt()).isEqualTo(Starts.NOW.plusSeconds(3600));
		assertThat(this.starts.executions.inputs()).containsOnlyKeys(name)
			.containsEntry(name, """
					{"animeId":"%s","mode":"FULL","requestId":"request-1",\
					"lock":{"owner":"request-1","fencing":%d,"expiresAt":"2026-11-22T13:00:00Z"}}"""
				.formatted(this.starts.id, lock.fencing()));
		assertThat(name.length()).isLessThanOrEqualTo(80);
	}

	@Test
	void namesTheEpisodeOfAnEpisodeUpdate() {
		this.starts.enrichment.start(new EnrichmentRequested(this.starts.id, Mode.EPISODE, EpisodeNumber.regular(8),
				"episode aired", "request-1"));
		assertThat(this.starts.executions.inputs().values()).singleElement()
			.asString()
			.contains("\"mode\":\"EPISODE\",\"episode\":{\"kind\":\"REGULAR\",\"value\":8}");
	}

	@Test
	void takesTheSameRequestForTheSameStart() {
		StartOutcome first = this.starts.enrichment.start(this.starts.asking("request-1"));
		assertThat(this.starts.enrichment.start(this.starts.asking("request-1"))).isEqualTo(first);
		assertThat(this.starts.executions.inputs()).hasSize(1);
		this.starts.stores.locks().release(this.starts.lock().orElseThrow());
		assertThat(this.starts.enrichment.start(this.starts.asking("request-1"))).isEqualTo(first);
	}

	@Test
	void startsTheSameNameAgainAfterAFailure() {
		this.starts.executions.stop();
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> this.starts.enrichment.start(this.starts.asking("request-1")));
		Lock lock = this.starts.lock().orElseThrow();
		this.starts.executions.restart();
		assertThat(this.starts.enrichment.start(this.starts.asking("request-1")))
			.isEqualTo(new StartOutcome.Started("arn:" + this.starts.id + "-" + lock.fencing()));
	}

	@Test
	void waitsWhileSomebodyElseWorksOnTheEntry() {
		this.starts.enrichment.start(this.starts.asking("request-1"));
		assertThat(this.starts.enrichment.start(this.starts.asking("request-2")))
			.isEqualTo(new StartOutcome.Busy("entry_locked", Duration.ofMinutes(5)));
		assertThat(this.starts.executions.inputs()).hasSize(1);
	}

	@Test
	void startsOneExecutionHoweverManyAskAtOnce() throws Exception {
		try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<StartOutcome>> outcomes = IntStream.range(0, 50)
				.mapToObj((number) -> askers
					.submit(() -> this.starts.enrichment.start(this.starts.asking("request-" + number))))
				.toList();
			int started = 0;
			for (Future<StartOutcome> outcome : outcomes) {
				started += (outcome.get() instanceof StartOutcome.Started) ? 1 : 0;
			}
			assertThat(started).isEqualTo(1);
		}
		assertThat(this.starts.executions.inputs()).hasSize(1);
	}

	@Test
	void waitsForRoomBeforeItTakesTheLock() {
		this.starts.openTasks = 2;
		assertThat(this.starts.enrichment.start(this.starts.asking("request-1")))
			.isEqualTo(new StartOutcome.Busy("workers_busy", Duration.ofSeconds(10)));
		assertThat(this.starts.lock()).isEmpty();
	}

	@Test
	void refusesWhatCannotBeWorkedOn() {
		this.starts.redirect();
		assertThat(this.starts.refused()).isEqualTo("redirected");
		this.starts.engines.reset();
		assertThat(this.starts.refused()).isEqualTo("unknown_anime");
	}

	@Test
	void leavesADraftAloneThatAPersonRefused() {
		AnimeEntry refused = this.starts.entry.with((change) -> {
			change.lifecycle = Lifecycle.DRAFT;
			change.review = ReviewState.REJECTED;
			change.revision = this.starts.entry.revision().next(Starts.NOW, null);
		});
		this.starts.stores.anime().save(refused, this.starts.entry, null);
		assertThat(this.starts.refused()).isEqualTo("rejected");
	}

	@Test
	void putsARequestThatHasToWaitBackOnItsQueue() {
		this.starts.openTasks = 2;
		TakeRequest takeRequest = new TakeRequest(this.starts.enrichment, Messages.sender(this.starts.engines));
		takeRequest.handle(this.starts.asking("request-1"));
		assertThat(delayed()).isEqualTo("1");
		this.starts.openTasks = 0;
		takeRequest.handle(this.starts.asking("request-1"));
		assertThat(this.starts.executions.inputs()).hasSize(1);
		assertThat(delayed()).isEqualTo("1");
	}

	private @Nullable String delayed() {
		return this.starts.engines.sqs()
			.getQueueAttributes((ask) -> ask.queueUrl(this.starts.engines.queueUrl("enrichment-requests"))
				.attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
			.join()
			.attributes()
			.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
	}

}
