package io.mokuroku.local.states;

import java.util.Arrays;
import java.util.Optional;

/**
 * The service integrations this server has.
 */
enum TaskResource {

	SEND_MESSAGE("sendMessage"),

	SEND_MESSAGE_AND_WAIT("sendMessage.waitForTaskToken");

	private final String action;

	TaskResource(String action) {
		this.action = action;
	}

	static Optional<TaskResource> find(String arn) {
		return Arrays.stream(values()).filter((resource) -> resource.arn().equals(arn)).findFirst();
	}

	String arn() {
		return "arn:aws:states:::sqs:" + this.action;
	}

	/** The resource as history events spell it. */
	String action() {
		return this.action;
	}

	boolean waits() {
		return this == SEND_MESSAGE_AND_WAIT;
	}

}
