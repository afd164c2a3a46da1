package io.mokuroku.search.agentic;

/**
 * Answers a question, by rules where no model can.
 */
final class AnswerQuestion {

	private final PlanByRules rules;

	AnswerQuestion(PlanByRules rules) {
		this.rules = rules;
	}

	/**
	 * Answers within the deadline.
	 * @throws Progress.Gone if nobody waits for it any more
	 */
	Made answer(AgenticQuestion question, Progress progress) {
		return new Made(this.rules.plan(question, Degradation.OFF, progress), 0, AnswerMeta.Tokens.NONE);
	}

	/**
	 * An answer and what it took.
	 *
	 * @param planned the answer
	 * @param rounds how often a model was asked
	 * @param tokens what the models read and wrote
	 */
	record Made(Planned planned, int rounds, AnswerMeta.Tokens tokens) {
	}

}
