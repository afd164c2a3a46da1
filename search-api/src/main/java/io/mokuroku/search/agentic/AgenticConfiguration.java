package io.mokuroku.search.agentic;

import io.mokuroku.search.query.AskCatalogue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Agentic search.
 */
@Configuration(proxyBeanMethods = false)
class AgenticConfiguration {

	@Bean
	AnswerQuestion answerQuestion(AskCatalogue catalogue) {
		return new AnswerQuestion(new PlanByRules(catalogue));
	}

}
