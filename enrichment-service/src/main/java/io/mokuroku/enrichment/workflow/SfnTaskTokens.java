package io.mokuroku.enrichment.workflow;

import java.time.Duration;

import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/**
 * Task tokens of Step Functions.
 */
final class SfnTaskTokens implements TaskTokens {

	/** What Step Functions takes, in characters. */
	private static final int LONGEST_ERROR = 256;

	private static final int LONGEST_CAUSE = 32_768;

	/**
	 * Whoever could not answer waits, so that Step Functions may be away for longer than
	 * a restart takes. All attempts of a message together take less than the state
	 * machine waits for a sign of life: what comes later answers nobody.
	 */
	private static final Duration UNTIL_IT_MAY_BE_BACK = Duration.ofSeconds(30);

	private final SfnClient sfn;

	SfnTaskTokens(SfnClient sfn) {
		this.sfn = sfn;
	}

	@Override
	public boolean heartbeat(String token) {
		return answered(() -> this.sfn.sendTaskHeartbeat((beat) -> beat.taskToken(token)));
	}

	@Override
	public boolean succeed(String token, String output) {
		return answered(() -> this.sfn.sendTaskSuccess((success) -> success.taskToken(token).output(output)));
	}

	@Override
	public boolean fail(String token, String error, String cause) {
		return answered(() -> this.sfn.sendTaskFailure((failure) -> failure.taskToken(token)
			.error(shortened(error, LONGEST_ERROR))
			.cause(shortened(cause, LONGEST_CAUSE))));
	}

	/** Never ends within a character that takes two places. */
	private static String shortened(String text, int most) {
		if (text.length() <= most) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
		return text.substring(0, end);
	}

	private static boolean answered(Runnable call) {
		try {
			call.run();
			return true;
		}
		catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException ex) {
			return false;
		}
		catch (SdkException ex) {
			throw new RetryableFailure("Step Functions did not take the answer", ex, UNTIL_IT_MAY_BE_BACK);
		}
	}

}
