package io.mokuroku.review.task;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

	@Bean
	ReviewTasks reviewTasks(DynamoDbClient dynamo) {
		return new ReviewTasks(dynamo);
	}

}
