package io.mokuroku.search.agentic.model;

import java.util.List;

/**
 * A part of a conversation with a model.
 */
public sealed interface Message {

	/**
	 * Something said to it.
	 *
	 * @param text not blank: Bedrock refuses empty blocks
	 */
	record Asked(String text) implements Message {

		public Asked {
			if (text.isBlank()) {
				throw new IllegalArgumentException("Nothing is asked");
			}
		}

	}

	/**
	 * What it replied.
	 *
	 * @param reply not empty
	 */
	record Replied(Reply reply) implements Message {
	}

	/**
	 * What its tools gave.
	 *
	 * @param results one for each use of the reply before
	 */
	record Given(List<ToolResult> results) implements Message {

		public Given {
			results = List.copyOf(results);
		}

	}

}
