package io.mokuroku.search.agentic.model;

import java.util.List;

/**
 * What a model replied.
 *
 * @param text its words, empty if there are none
 * @param uses what it wants to be done
 * @param tokensIn how much it has read
 * @param tokensOut how much it has written
 */
public record Reply(String text, List<ToolUse> uses, long tokensIn, long tokensOut) {

	public Reply {
		uses = List.copyOf(uses);
	}

	/** Whether it says nothing at all. */
	public boolean isEmpty() {
		return this.text.isBlank() && this.uses.isEmpty();
	}

}
