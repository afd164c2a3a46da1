package io.mokuroku.review.decision;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/**
 * Answers executions of Step Functions.
 */
final class StepFunctionsCallback implements WorkflowCallback {

	private final SfnClient states;

	StepFunctionsCallback(SfnClient states) {
		this.states = states;
	}

	@Override
	public boolean succeed(String taskToken, String outputJson) {
		return stillWaited(() -> this.states.sendTaskSuccess((send) -> send.taskToken(taskToken).output(outputJson)));
	}

	@Override
	public boolean fail(String taskToken, String error, String cause) {
		return stillWaited(
				() -> this.states.sendTaskFailure((send) -> send.taskToken(taskToken).error(error).cause(cause)));
	}

	@Override
	public boolean stillWaits(String taskToken) {
		return stillWaited(() -> this.states.sendTaskHeartbeat((beat) -> beat.taskToken(taskToken)));
	}

	private static boolean stillWaited(Runnable call) {
		try {
			call.run();
			return true;
		}
		catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException ex) {
			return false;
		}
		catch (SdkClientException ex) {
			throw new RetryableFailure("Step Functions cannot be reached", ex);
		}
		catch (SfnException ex) {
			if (ex.isThrottlingException() || ex.statusCode() >= 500) {
				throw new RetryableFailure("Step Functions is overloaded", ex);
			}
			if (isAboutTheAnswer(ex)) {
				throw new PermanentFailure("answer_refused", "Step Functions refuses the answer: " + ex.getMessage(),
						ex);
			}
			throw new RetryableFailure("Step Functions takes no answers from us: " + ex.getMessage(), ex);
		}
	}

	/** Anything else, such as rights that are missing, somebody may mend. */
	private static boolean isAboutTheAnswer(SfnException ex) {
		return ex instanceof InvalidOutputException
				|| (ex.awsErrorDetails() != null && "ValidationException".equals(ex.awsErrorDetails().errorCode()));
	}

}
