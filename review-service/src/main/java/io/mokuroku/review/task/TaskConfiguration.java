package io.mokuroku.review.task;

import java.time.InstantSource;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TaskSettings.class)
class TaskConfiguration {

	@Bean
	ReviewTasks reviewTasks(DynamoDbClient dynamo) {
		return new ReviewTasks(dynamo);
	}

	@Bean
	CountTasks countTasks(DynamoDbClient dynamo) {
		return new CountTasks(dynamo);
	}

	@Bean
	Drafts drafts(DynamoDbClient dynamo) {
		return new Drafts(dynamo);
	}

	@Bean
	Claims claims(ReviewTasks tasks, InstantSource clock, TaskSettings settings) {
		return new Claims(tasks, clock, settings.lasting());
	}

}
