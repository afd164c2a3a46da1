package io.mokuroku.search.agentic.model;

import java.time.Duration;
import java.util.List;

/**
 * Talks to language models.
 */
public interface Converse {

	/**
	 * Asks a model for its next reply. Whatever comes of it, nothing is under way
	 * afterwards.
	 * @param atMost how long it may take
	 * @param listener follows it; what it throws ends the call
	 * @throws ModelTrouble if there is no reply
	 */
	Reply ask(Request request, Duration atMost, Listener listener) throws ModelTrouble;

	/**
	 * What a model is asked.
	 *
	 * @param model its id
	 * @param system what it is to do
	 * @param messages the conversation, beginning with a question
	 * @param tools what it may use
	 * @param maxTokens how much it may write
	 */
	record Request(String model, String system, List<Message> messages, List<Tool> tools, int maxTokens) {

		public Request {
			messages = List.copyOf(messages);
			tools = List.copyOf(tools);
		}

	}

	/**
	 * Follows a reply while it is written.
	 */
	interface Listener {

		/** Whether the reply shall come in pieces, so that one given up ends at once. */
		default boolean live() {
			return false;
		}

		/** Another second has passed without a reply. */
		default void waits() {
		}

	}

}
