package io.mokuroku.job;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The table of jobs, in which the runs of all kinds are kept.
 */
public final class Jobs {

	private final DynamoDbClient dynamo;

	private final InstantSource clock;

	private final RandomGenerator random;

	/** The table of a database. */
	public Jobs(DynamoDbClient dynamo, InstantSource clock, RandomGenerator random) {
		this.dynamo = dynamo;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * The runs of one kind, done one after the other.
	 * @param kind their key in the table, and their name in logs
	 * @param type a record that JSON can hold
	 * @param turns shared by the kinds of run that exclude each other
	 * @param work what a run does
	 */
	public <R extends Run<R>> RunQueue<R> queue(String kind, Class<R> type, RunQueue.Turns turns,
			RunQueue.Work<R> work) {
		return new RunQueue<>(kind, new JobRuns<>(this.dynamo, kind, type), work, turns, this.clock, this.random);
	}

}
