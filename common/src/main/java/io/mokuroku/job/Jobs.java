package io.mokuroku.job;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

import io.mokuroku.message.PermanentFailure;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The table of jobs, in which the runs of all kinds are kept.
 */
public final class Jobs {

	private final DynamoDbClient dynamo;

	private final InstantSource clock;

	private final RandomGenerator random;

	private final JobSettings settings;

	/** The table of a database. */
	public Jobs(DynamoDbClient dynamo, InstantSource clock, RandomGenerator random, JobSettings settings) {
		this.dynamo = dynamo;
		this.clock = clock;
		this.random = random;
		this.settings = settings;
	}

	/**
	 * The runs of one kind, done one after the other by whichever instance comes first.
	 * @param kind their key in the table, and their name in logs
	 * @param type a record that JSON can hold
	 * @param turns shared by the kinds of run that exclude each other
	 * @param work what a run does
	 */
	public <R extends Run<R>> RunQueue<R> queue(String kind, Class<R> type, Turns turns, Work<R> work) {
		RunTable<R> runs = new RunTable<>(this.dynamo, kind, type, turns.name());
		String worker = kind + "-" + HexFormat.of().toHexDigits(this.random.nextLong());
		return new RunQueue<>(runs, new RunWorker<>(runs, work, turns, this.clock, worker, this.settings), this.clock,
				this.random);
	}

	/**
	 * What runs exclude each other by, and how patient they are.
	 *
	 * @param name the name of the turn they take, the same for all kinds that share it
	 * @param attempts how often a run that fails is begun, from 1
	 * @param pause how long nobody begins it again
	 */
	public record Turns(String name, int attempts, Duration pause) {

		/** Runs that are begun again until they come to an end or fail for good. */
		public static Turns untilDone(String name) {
			return new Turns(name, Integer.MAX_VALUE, Duration.ZERO);
		}

	}

	/**
	 * What a run does.
	 *
	 * @param <R> the kind of run
	 */
	@FunctionalInterface
	public interface Work<R extends Run<R>> {

		/**
		 * Does a run, or the rest of it.
		 * @param run as it was left
		 * @param progress is told now and then how far it has come
		 * @return the run at its end; it has succeeded unless it says otherwise
		 * @throws GivenUp if it cannot be done at all
		 * @throws PermanentFailure likewise; after any other failure it is begun again
		 * @throws RunLost if another instance may have it by now
		 */
		R work(R run, Progress<R> progress) throws GivenUp, InterruptedException;

	}

	/**
	 * Where work says how far it has come.
	 *
	 * @param <R> the kind of run
	 */
	@FunctionalInterface
	public interface Progress<R extends Run<R>> {

		/**
		 * Stores a state of the run, which is what the next attempt finds.
		 * @throws RunLost if another instance may have the run; nothing was stored
		 */
		void reached(R run);

		/**
		 * Whether somebody has asked for the run to be stopped.
		 * @throws RunLost if another instance may have the run
		 */
		default boolean stopRequested() {
			return false;
		}

	}

}
