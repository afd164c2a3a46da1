package io.mokuroku.search.answer;

import org.springdoc.core.customizers.GlobalOperationCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What all answers have in common.
 */
@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {

	@Bean
	GlobalOperationCustomizer scopeOfAdultContent() {
		return new DocumentedAdultContent();
	}

}
