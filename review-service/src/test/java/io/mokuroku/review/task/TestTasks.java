package io.mokuroku.review.task;

import java.net.URI;

import io.mokuroku.testing.LocalEngines;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Stores of tasks to test with.
 */
public final class TestTasks {

	private TestTasks() {
	}

	/** The store on the tests' own database. */
	public static ReviewTasks onDynamo() {
		return new ReviewTasks(LocalEngines.start().dynamo());
	}

	/** What counts tasks of the tests' own database. */
	public static CountTasks count() {
		return new CountTasks(LocalEngines.start().dynamo());
	}

	/** A store whose database does not answer. */
	public static ReviewTasks unreachable() {
		return new ReviewTasks(DynamoDbClient.builder()
			.region(Region.US_EAST_1)
			.credentialsProvider(AnonymousCredentialsProvider.create())
			.overrideConfiguration((calls) -> calls.retryStrategy(DefaultRetryStrategy.doNotRetry()))
			.endpointOverride(URI.create("http://127.0.0.1:1"))
			.build());
	}

}
