package io.mokuroku.job;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import io.mokuroku.catalogue.store.StoreConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The table of jobs, for every service that has a database.
 */
@AutoConfiguration(after = StoreConfiguration.class)
@ConditionalOnBean(DynamoDbClient.class)
@EnableConfigurationProperties(JobSettings.class)
public class JobConfiguration {

	@Bean
	Jobs jobs(DynamoDbClient dynamo, InstantSource clock, JobSettings settings) {
		return new Jobs(dynamo, clock, RandomGenerator.getDefault(), settings);
	}

}
