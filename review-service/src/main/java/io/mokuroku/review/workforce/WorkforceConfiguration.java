package io.mokuroku.review.workforce;

import java.util.List;
import java.util.Map;

import io.mokuroku.cloud.Patience;
import io.mokuroku.review.task.Claims;
import io.mokuroku.web.RouteRules;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkforceSettings.class)
class WorkforceConfiguration {

	@Bean
	RouteRules workforceRules() {
		return RouteRules.of().scope(Admission.MANAGE, "/v1/reviewers", "/v1/reviewers/**");
	}

	@Bean
	Workforce workforce(DynamoDbClient dynamo, WorkforceSettings settings) {
		String pool = settings.userPoolId();
		return (pool == null) ? new StoredWorkforce(dynamo)
				: new CognitoWorkforce(Patience.CALLS.with(CognitoIdentityProviderClient.builder()).build(), pool,
						Map.of(Role.REVIEWER, settings.reviewers(), Role.LEAD, settings.leads()));
	}

	@Bean
	ManageWorkforce manageWorkforce(Workforce workforce, Claims claims, WorkforceSettings settings) {
		return new ManageWorkforce(workforce, workteam(settings), claims);
	}

	private static Workteam workteam(WorkforceSettings settings) {
		@Nullable String team = settings.workteam();
		@Nullable String pool = settings.userPoolId();
		@Nullable String client = settings.clientId();
		if (team == null || pool == null || client == null) {
			return Workteam.NONE;
		}
		return new SageMakerWorkteam(Patience.CALLS.with(SageMakerClient.builder()).build(), team, pool, client,
				List.of(settings.reviewers(), settings.leads()));
	}

	@Bean
	Admission admission(Workforce workforce, WorkforceSettings settings) {
		return new Admission(workforce, settings.newcomers() && settings.userPoolId() == null);
	}

	@Bean
	WebMvcConfigurer reviewerGates(Admission admission) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new ReviewerGate(admission, Role.REVIEWER)).addPathPatterns("/v1/reviews/**");
				registry.addInterceptor(new ReviewerGate(admission, Role.LEAD))
					.addPathPatterns("/v1/reviewers/**", "/v1/review-templates/**");
			}

		};
	}

}
