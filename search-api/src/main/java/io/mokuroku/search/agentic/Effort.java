package io.mokuroku.search.agentic;

import io.mokuroku.search.agentic.model.Reply;

/**
 * What goes into one answer.
 */
final class Effort {

	private final Deadline deadline;

	private int rounds;

	private AnswerMeta.Tokens tokens = AnswerMeta.Tokens.NONE;

	Effort(Deadline deadline) {
		this.deadline = deadline;
	}

	Deadline deadline() {
		return this.deadline;
	}

	void count(Reply reply) {
		this.rounds++;
		this.tokens = this.tokens.and(new AnswerMeta.Tokens(reply.tokensIn(), reply.tokensOut()));
	}

	int rounds() {
		return this.rounds;
	}

	AnswerMeta.Tokens tokens() {
		return this.tokens;
	}

}
