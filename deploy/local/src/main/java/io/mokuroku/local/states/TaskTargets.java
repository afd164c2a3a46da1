package io.mokuroku.local.states;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where the messages of Task states go.
 */
public interface TaskTargets {

	/**
	 * Sends a message. May block; is called by several threads at once, and again with
	 * the same message after a crash.
	 * @throws TaskTargetException if the message was not accepted
	 */
	Receipt send(Message message) throws TaskTargetException;

	/**
	 * A message for a queue.
	 *
	 * @param queueUrl the queue
	 * @param body the body
	 * @param attributes the message attributes by name
	 * @param groupId the message group, for FIFO queues
	 * @param deduplicationId the deduplication id, for FIFO queues
	 * @param delaySeconds how long the queue holds the message back, 0 to 900
	 */
	record Message(String queueUrl, String body, Map<String, MessageAttr> attributes, @Nullable String groupId,
			@Nullable String deduplicationId, @Nullable Integer delaySeconds) {

		public Message {
			attributes = Map.copyOf(attributes);
		}

	}

	/**
	 * A message attribute that is text.
	 *
	 * @param dataType {@code String} or {@code Number}, perhaps with a custom suffix
	 * @param value its value
	 */
	record MessageAttr(String dataType, String value) {
	}

	/**
	 * What the queue answered.
	 *
	 * @param messageId the id the queue gave the message
	 * @param bodyMd5 the digest of the body, as the queue computed it
	 */
	record Receipt(String messageId, String bodyMd5) {
	}

}
