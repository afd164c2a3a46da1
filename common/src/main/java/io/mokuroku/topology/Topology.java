package io.mokuroku.topology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one definition of queues, tables and buckets. It lies in {@code resources.json}
 * beside this class's package so that other tools can read the same file.
 *
 * @param queues every queue; each has a dead-letter queue beside it
 * @param tables every DynamoDB table
 * @param buckets every bucket
 */
public record Topology(List<Queue> queues, List<Table> tables, List<String> buckets) {

	private static final String RESOURCE = "/io/mokuroku/resources.json";

	public Topology {
		queues = List.copyOf(queues);
		tables = List.copyOf(tables);
		buckets = List.copyOf(buckets);
	}

	/** Reads the definition. */
	public static Topology load() {
		try (InputStream json = Objects.requireNonNull(Topology.class.getResourceAsStream(RESOURCE), RESOURCE)) {
			return JsonMapper.shared().readValue(json, Topology.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A queue.
	 *
	 * @param name its name
	 * @param visibilityTimeoutSeconds how long a received message stays hidden
	 * @param maxReceiveCount after how many attempts a message is dead
	 */
	public record Queue(String name, int visibilityTimeoutSeconds, int maxReceiveCount) {

		/** The name of the queue that takes this one's failed messages. */
		public String deadLetterName() {
			return this.name + "-dlq";
		}

	}

	/**
	 * A table. All key attributes are strings.
	 *
	 * @param name its name
	 * @param hashKey the partition key
	 * @param rangeKey the sort key
	 * @param timeToLive the attribute (epoch seconds) after which items vanish
	 * @param indexes global secondary indexes
	 */
	public record Table(String name, String hashKey, @Nullable String rangeKey, @Nullable String timeToLive,
			List<Index> indexes) {

		public Table {
			indexes = List.copyOf(indexes);
		}

	}

	/**
	 * A global secondary index.
	 *
	 * @param name its name, at least 3 characters
	 * @param hashKey its partition key
	 * @param rangeKey its sort key
	 * @param include what it holds beside keys
	 */
	public record Index(String name, String hashKey, String rangeKey, List<String> include) {

		@SuppressWarnings("NullAway") // an index of keys alone names nothing
		public Index {
			include = (include != null) ? List.copyOf(include) : List.of();
		}

	}

}
