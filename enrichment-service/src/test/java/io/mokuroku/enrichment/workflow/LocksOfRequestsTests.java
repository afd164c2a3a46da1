package io.mokuroku.enrichment.workflow;

import java.nio.file.Path;
import java.time.Duration;

import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The lock of an entry is given back exactly when no execution can run under it.
 */
final class LocksOfRequestsTests {

	private final Starts starts;

	LocksOfRequestsTests(@TempDir Path folder) {
		this.starts = new Starts(folder);
	}

	@BeforeEach
	void anEntry() {
		this.starts.anEntry();
	}

	@Test
	void leavesTheEntryFreeForAPersonWhoAsksWhileStepFunctionsIsAway() {
		this.starts.executions.stop();
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> this.starts.enrichment.startOnce(this.starts.asking("request-1")));
		assertThat(this.starts.lock()).isEmpty();
		this.starts.executions.restart();
		assertThat(this.starts.enrichment.startOnce(this.starts.asking("request-2")))
			.isInstanceOf(StartOutcome.Started.class);
	}

	@Test
	void freesTheEntryAfterAFailureNobodyWillRepeat() {
		this.starts.executions.refuse(new RetryableFailure("Too many executions run", null));
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> this.starts.enrichment.startOnce(this.starts.asking("request-1")));
		assertThat(this.starts.lock()).isEmpty();
	}

	@Test
	void keepsTheEntryWhileNobodyCanTellWhetherARequestNobodyWillRepeatHasBegun() {
		this.starts.executions.stopWithTheNextStart();
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> this.starts.enrichment.startOnce(this.starts.asking("request-1")));
		assertThat(this.starts.executions.inputs()).hasSize(1);
		assertThat(this.starts.lock()).map(Lock::owner).contains("request-1");
	}

	@Test
	void freesTheEntryAfterARefusalForGood() {
		this.starts.executions.refuse(new PermanentFailure("execution_refused", "too long"));
		assertThat(this.starts.refused()).isEqualTo("execution_refused");
		assertThat(this.starts.lock()).isEmpty();
	}

	@Test
	void freesAnEntryThatWasLockedForARequestThatCannotBeWorkedOn() {
		assertThat(this.starts.stores.locks().tryAcquire(this.starts.id, "request-1", Duration.ofHours(24)))
			.isPresent();
		this.starts.redirect();
		assertThat(this.starts.refused()).isEqualTo("redirected");
		assertThat(this.starts.lock()).isEmpty();
	}

	@Test
	void keepsTheEntryWhileNobodyCanTellWhetherAnEarlierAttemptRuns() {
		Lock lock = this.starts.stores.locks()
			.tryAcquire(this.starts.id, "request-1", Duration.ofHours(24))
			.orElseThrow();
		this.starts.redirect();
		this.starts.executions.stop();
		assertThat(this.starts.refused()).isEqualTo("redirected");
		assertThat(this.starts.lock()).contains(lock);
	}

	@Test
	void keepsTheEntryOfAnExecutionThatStartedThoughItDidNotSaySo() {
		this.starts.executions.loseAnswers();
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> this.starts.enrichment.startOnce(this.starts.asking("request-1")));
		assertThat(this.starts.lock()).map(Lock::owner).contains("request-1");
	}

	@Test
	void keepsTheEntryOfAnExecutionThatCouldNotBeNoted() {
		StartEnrichment forgetful = this.starts.noting(new Forgetful(this.starts.engines.dynamo()));
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> forgetful.startOnce(this.starts.asking("request-1")));
		assertThat(this.starts.executions.inputs()).hasSize(1);
		assertThat(this.starts.lock()).map(Lock::owner).contains("request-1");
	}

	@Test
	void keepsTheEntryOfAnExecutionThatRunsWhenItsRequestComesAgainInVain() {
		StartEnrichment forgetful = this.starts.noting(new Forgetful(this.starts.engines.dynamo()));
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> forgetful.start(this.starts.asking("request-1")));
		Lock lock = this.starts.lock().orElseThrow();
		this.starts.redirect();
		assertThat(this.starts.refused()).isEqualTo("redirected");
		assertThat(this.starts.lock()).contains(lock);
		this.starts.executions.end(this.starts.executions.inputs().keySet().iterator().next(), "FAILED");
		assertThat(this.starts.refused()).isEqualTo("redirected");
		assertThat(this.starts.lock()).isEmpty();
	}

	@Test
	void leavesTheLockOfSomebodyElseWhenItFails() {
		Lock theirs = this.starts.stores.locks()
			.tryAcquire(this.starts.id, "somebody else", Duration.ofHours(1))
			.orElseThrow();
		this.starts.redirect();
		assertThat(this.starts.refused()).isEqualTo("redirected");
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> this.starts.enrichment.startOnce(this.starts.asking("request-1")));
		assertThat(this.starts.lock()).contains(theirs);
	}

	@ParameterizedTest
	@ValueSource(strings = { "FAILED", "TIMED_OUT", "ABORTED" })
	void takesTheEntryFromAnExecutionThatDied(String status) {
		this.starts.enrichment.start(this.starts.asking("request-1"));
		String died = this.starts.executions.inputs().keySet().iterator().next();
		this.starts.executions.end(died, status);
		assertThat(this.starts.enrichment.start(this.starts.asking("request-2")))
			.isInstanceOf(StartOutcome.Started.class);
		assertThat(this.starts.cleanedUp).containsExactly(new TaskRun(died, this.starts.id));
		assertThat(this.starts.executions.inputs()).hasSize(2);
	}

	@Test
	void leavesALockThatWasTakenForARequestStillOnItsWay() {
		Lock theirs = this.starts.stores.locks()
			.tryAcquire(this.starts.id, "sync-7", Duration.ofHours(1))
			.orElseThrow();
		assertThat(this.starts.enrichment.start(this.starts.asking("request-2"))).isInstanceOf(StartOutcome.Busy.class);
		assertThat(this.starts.lock()).contains(theirs);
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
