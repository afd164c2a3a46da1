package io.mokuroku.search.agentic;

import java.time.InstantSource;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.mokuroku.search.agentic.choice.ModelLines;
import io.mokuroku.search.agentic.choice.Prompts;
import io.mokuroku.search.agentic.model.BedrockConverse;
import io.mokuroku.search.agentic.model.Converse;
import io.mokuroku.search.agentic.plan.PlanCache;
import io.mokuroku.search.agentic.spend.MonthlySpend;
import io.mokuroku.search.agentic.tool.CatalogueTools;
import io.mokuroku.search.query.AskCatalogue;
import io.mokuroku.upstream.shared.SharedState;
import io.mokuroku.web.RouteRules;
import jakarta.validation.Validator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.http.HttpMethod;

/**
 * Agentic search.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AgenticSettings.class)
class AgenticConfiguration {

	@Bean
	BedrockConverse bedrockConverse(AgenticSettings settings, JsonMapper json) {
		return BedrockConverse.in(settings.region(), settings.concurrency(), json);
	}

	@Bean
	ModelLines modelLines(DynamoDbClient dynamo, AgenticSettings settings, JsonMapper json, Validator validator,
			InstantSource clock) {
		return ModelLines.stored(dynamo, json, validator, settings.line(), settings.refresh(), clock);
	}

	@Bean
	Prompts agenticPrompts() {
		return new Prompts();
	}

	@Bean
	MonthlySpend monthlySpend(ObjectProvider<RedisConnectionFactory> redis, AgenticSettings settings,
			InstantSource clock, MeterRegistry registry) {
		MonthlySpend spend = new MonthlySpend(SharedState.in(redis.getIfAvailable(), clock), settings.ceilingUsd(),
				settings.instances(), clock);
		new AgenticMeters(registry).watch(spend);
		return spend;
	}

	@Bean
	AnswerQuestion answerQuestion(AskCatalogue catalogue, ModelLines lines, Prompts prompts, Converse models,
			MonthlySpend spend, ObjectProvider<RedisConnectionFactory> redis, AgenticSettings settings, JsonMapper json,
			Validator validator, MeterRegistry registry, ObjectProvider<ObservationRegistry> observations,
			InstantSource clock) {
		AgenticMeters meters = new AgenticMeters(registry);
		CatalogueTools tools = new CatalogueTools(catalogue, validator);
		CallModel call = new CallModel(models, spend, settings, meters,
				observations.getIfAvailable(() -> ObservationRegistry.NOOP), clock, json);
		return new AnswerQuestion(lines, prompts, new PlanByModel(call, tools, settings, json),
				new RepeatPlan(new PlanCache(SharedState.in(redis.getIfAvailable(), clock), settings.planKept(), json),
						tools),
				new PlanByRules(catalogue), places(settings), settings.deadline(), meters, clock, json);
	}

	@Bean
	RouteRules agenticRouteRules() {
		return RouteRules.of()
			.scope("operations", HttpMethod.GET, "/v1/search/agentic/models")
			.scope("operations", HttpMethod.PUT, "/v1/search/agentic/models")
			.scope("operations", HttpMethod.DELETE, "/v1/search/agentic/models");
	}

	static Bulkhead places(AgenticSettings settings) {
		return Bulkhead.of("agentic", BulkheadConfig.custom().maxConcurrentCalls(settings.concurrency()).build());
	}

}
