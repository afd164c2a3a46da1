package io.mokuroku.message;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Says that a human loop of Amazon A2I has come further. EventBridge sends it, so its
 * members are named by AWS; those nobody here reads are left out.
 *
 * @param detailType always {@value #DETAIL_TYPE}
 * @param detail the loop
 */
public record HumanLoopChanged(@JsonProperty("detail-type") String detailType, Detail detail) implements QueueMessage {

	/** How EventBridge calls these events. */
	public static final String DETAIL_TYPE = "SageMaker A2I HumanLoop Status Change";

	public HumanLoopChanged {
		Objects.requireNonNull(detail, "detail");
		if (!DETAIL_TYPE.equals(detailType)) {
			throw new IllegalArgumentException("Not a status of a human loop: " + detailType);
		}
	}

	/**
	 * A loop.
	 *
	 * @param humanLoopName its name
	 * @param humanLoopStatus {@code InProgress}, {@code Completed}, {@code Failed},
	 * {@code Stopping} or {@code Stopped}
	 * @param humanLoopOutput where the answers lie; absent before it is completed
	 * @param failureCode why it failed, as a code
	 * @param failureReason why it failed, as a sentence
	 */
	public record Detail(String humanLoopName, String humanLoopStatus, @Nullable Output humanLoopOutput,
			@Nullable String failureCode, @Nullable String failureReason) {

		public Detail {
			Objects.requireNonNull(humanLoopName, "humanLoopName");
			Objects.requireNonNull(humanLoopStatus, "humanLoopStatus");
		}

		/** The address of the answers; absent before there are any. */
		public @Nullable String output() {
			return (this.humanLoopOutput != null) ? this.humanLoopOutput.outputS3Uri() : null;
		}

	}

	/**
	 * What came out of a loop.
	 *
	 * @param outputS3Uri the address of the answers, {@code s3://bucket/key}
	 */
	public record Output(@Nullable String outputS3Uri) {
	}

}
