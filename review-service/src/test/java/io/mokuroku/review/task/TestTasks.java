package io.mokuroku.review.task;

import io.mokuroku.review.AwsFake;
import io.mokuroku.testing.LocalEngines;
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
		return new ReviewTasks(AwsFake.unreachable(DynamoDbClient.builder()));
	}

}
