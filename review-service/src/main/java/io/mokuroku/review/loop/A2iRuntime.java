package io.mokuroku.review.loop;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sagemakera2iruntime.SageMakerA2IRuntimeClient;
import software.amazon.awssdk.services.sagemakera2iruntime.model.ConflictException;
import software.amazon.awssdk.services.sagemakera2iruntime.model.DescribeHumanLoopResponse;
import software.amazon.awssdk.services.sagemakera2iruntime.model.HumanLoopOutput;
import software.amazon.awssdk.services.sagemakera2iruntime.model.HumanLoopStatus;
import software.amazon.awssdk.services.sagemakera2iruntime.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sagemakera2iruntime.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.sagemakera2iruntime.model.ValidationException;

/**
 * The human loops of one flow definition of Amazon A2I. Every call may throw a
 * {@link RetryableFailure} if A2I does not answer, and a {@link PermanentFailure} if it
 * refuses.
 */
final class A2iRuntime {

	private static final Logger logger = LoggerFactory.getLogger(A2iRuntime.class);

	private final SageMakerA2IRuntimeClient runtime;

	private final String flowDefinition;

	/**
	 * Human loops.
	 * @param flowDefinition the ARN of the definition that says who is asked, and by
	 * which page
	 */
	A2iRuntime(SageMakerA2IRuntimeClient runtime, String flowDefinition) {
		this.runtime = runtime;
		this.flowDefinition = flowDefinition;
	}

	/**
	 * Starts a loop; one of this name that exists is the same one.
	 * @return whether it began now
	 */
	boolean start(LoopName name, String inputJson) {
		return called(() -> {
			try {
				this.runtime.startHumanLoop((start) -> start.humanLoopName(name.toString())
					.flowDefinitionArn(this.flowDefinition)
					.humanLoopInput((input) -> input.inputContent(inputJson)));
				logger.info("human loop started loop={}", name);
				return true;
			}
			catch (ConflictException _) {
				logger.debug("human loop is known loop={}", name);
				return false;
			}
		});
	}

	/** A loop as it is now; empty if there is none of this name. */
	Optional<LoopState> find(LoopName name) {
		return called(() -> {
			try {
				return Optional.of(state(this.runtime.describeHumanLoop((ask) -> ask.humanLoopName(name.toString()))));
			}
			catch (ResourceNotFoundException _) {
				return Optional.empty();
			}
		});
	}

	/** Stops a loop; one that does not run, or never did, stays as it is. */
	void stop(LoopName name) {
		called(() -> {
			try {
				this.runtime.stopHumanLoop((stop) -> stop.humanLoopName(name.toString()));
				logger.info("human loop stopped loop={}", name);
				return true;
			}
			catch (ResourceNotFoundException | ConflictException | ValidationException ex) {
				logger.debug("human loop does not run loop={} answer={}", name, ex.getMessage());
				return false;
			}
		});
	}

	/**
	 * Reads the names of all our loops that run.
	 * @param since those that were started before are left out
	 */
	void forEachRunning(Instant since, Consumer<LoopName> reader) {
		called(() -> {
			this.runtime
				.listHumanLoopsPaginator(
						(list) -> list.flowDefinitionArn(this.flowDefinition).creationTimeAfter(since).maxResults(100))
				.humanLoopSummaries()
				.stream()
				.filter((loop) -> loop.humanLoopStatus() == HumanLoopStatus.IN_PROGRESS)
				.flatMap((loop) -> LoopName.parse(loop.humanLoopName()).stream())
				.forEach(reader);
			return true;
		});
	}

	private static LoopState state(DescribeHumanLoopResponse loop) {
		HumanLoopOutput output = loop.humanLoopOutput();
		return new LoopState(LoopStatus.of(loop.humanLoopStatusAsString()),
				(output != null) ? output.outputS3Uri() : null, loop.failureReason());
	}

	private static <T> T called(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (SdkClientException ex) {
			throw new RetryableFailure("A2I cannot be reached", ex);
		}
		catch (ServiceQuotaExceededException ex) {
			throw new RetryableFailure("A2I runs no more loops at the moment", ex);
		}
		catch (AwsServiceException ex) {
			if (ex.isThrottlingException() || ex.statusCode() >= 500) {
				throw new RetryableFailure("A2I is overloaded", ex);
			}
			throw new PermanentFailure("loop_refused", "A2I refuses: " + ex.getMessage(), ex);
		}
	}

}
