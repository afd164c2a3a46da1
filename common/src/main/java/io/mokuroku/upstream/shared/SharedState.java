package io.mokuroku.upstream.shared;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;

/**
 * The place in Redis. After a failure it counts as away for a second, so that a house
 * without Redis does not wait for it at every step. Coming and going is logged, once a
 * minute where it never ends.
 */
public final class SharedState {

	private static final Logger logger = LoggerFactory.getLogger(SharedState.class);

	private static final String CLAIM = """
			return { redis.call('set', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) and 1 or 0 }""";

	private static final String RELEASE = """
			if redis.call('get', KEYS[1]) == ARGV[1] then return { redis.call('del', KEYS[1]) } end
			return { 0 }""";

	private static final Duration RETRY = Duration.ofSeconds(1);

	private static final int SCAN_PAGE = 500;

	private final @Nullable RedisConnectionFactory redis;

	private final InstantSource clock;

	private final Outages outages = new Outages();

	private volatile Instant retryAt = Instant.EPOCH;

	private SharedState(@Nullable RedisConnectionFactory redis, InstantSource clock) {
		this.redis = redis;
		this.clock = clock;
	}

	/** The place in a Redis, which need not be there yet; none at all without one. */
	public static SharedState in(@Nullable RedisConnectionFactory redis, InstantSource clock) {
		return new SharedState(redis, clock);
	}

	/** No place at all: always away. */
	public static SharedState none() {
		return new SharedState(null, () -> Instant.EPOCH);
	}

	/** What lies under a key. */
	public Optional<byte[]> find(CacheKey key) throws Away {
		return ask((connection) -> Optional.ofNullable(connection.stringCommands().get(bytes(key))));
	}

	/**
	 * Lays a name under a key for a time if nothing lies there.
	 * @return whether nothing lay there
	 */
	public boolean claim(CacheKey key, String name, Duration keep) throws Away {
		return run(CLAIM, key, List.of(name, Long.toString(keep.toMillis()))).getFirst() == 1;
	}

	/** Takes a name away from under a key, if it is this one. */
	public void release(CacheKey key, String name) throws Away {
		run(RELEASE, key, List.of(name));
	}

	/** Lays something under a key for a time, at least a millisecond. */
	public void put(CacheKey key, byte[] value, Duration keep) throws Away {
		ask((connection) -> connection.stringCommands().pSetEx(bytes(key), keep.toMillis(), value));
	}

	/**
	 * Takes away what lies under keys, one by one as they may lie on different shards.
	 */
	public long remove(List<CacheKey> keys) throws Away {
		long removed = 0;
		for (CacheKey key : keys) {
			removed += ask((connection) -> Optional.ofNullable(connection.keyCommands().del(bytes(key))).orElse(0L));
		}
		return removed;
	}

	/** Adds names to a set and keeps it for at least a time. */
	public void addTo(CacheKey set, String name, Duration keep) throws Away {
		ask((connection) -> {
			connection.setCommands().sAdd(bytes(set), bytes(name));
			return connection.keyCommands().pExpire(bytes(set), keep.toMillis());
		});
	}

	/** The names in a set. */
	public List<String> names(CacheKey set) throws Away {
		return ask((connection) -> Optional.ofNullable(connection.setCommands().sMembers(bytes(set)))
			.stream()
			.flatMap((members) -> members.stream())
			.map((member) -> new String(member, StandardCharsets.UTF_8))
			.toList());
	}

	/** All keys of a provider: reads through everything, for operators only. */
	public List<CacheKey> keys(String provider) throws Away {
		ScanOptions pattern = ScanOptions.scanOptions().match(CacheKey.patternOf(provider)).count(SCAN_PAGE).build();
		return ask((connection) -> {
			List<CacheKey> keys = new ArrayList<>();
			try (Cursor<byte[]> cursor = connection.keyCommands().scan(pattern)) {
				cursor.forEachRemaining((key) -> keys.add(CacheKey.parse(new String(key, StandardCharsets.UTF_8))));
			}
			return keys;
		});
	}

	/**
	 * Runs a script that reads and writes one key.
	 * @param script in Lua
	 * @param key its only key
	 * @param arguments its arguments
	 * @return what it returns: whole numbers
	 */
	public List<Long> run(String script, CacheKey key, List<String> arguments) throws Away {
		return runWith(script, key, arguments.stream().map(SharedState::bytes).toList());
	}

	/**
	 * Runs a script that reads and writes one key, with arguments that need not be text.
	 * @return what it returns: whole numbers
	 */
	public List<Long> runWith(String script, CacheKey key, List<byte[]> arguments) throws Away {
		byte[][] all = new byte[arguments.size() + 1][];
		all[0] = bytes(key);
		for (int index = 0; index < arguments.size(); index++) {
			all[index + 1] = arguments.get(index);
		}
		return ask((connection) -> {
			List<Long> numbers = connection.scriptingCommands().eval(bytes(script), ReturnType.MULTI, 1, all);
			return (numbers != null) ? numbers : List.of();
		});
	}

	private <T> T ask(Function<RedisConnection, T> question) throws Away {
		RedisConnectionFactory factory = this.redis;
		if (factory == null || this.clock.instant().isBefore(this.retryAt)) {
			throw new Away(null);
		}
		try (RedisConnection connection = factory.getConnection()) {
			T answer = question.apply(connection);
			if (this.outages.back()) {
				logger.info("event=shared-state-back");
			}
			return answer;
		}
		catch (DataAccessException | IllegalStateException ex) {
			Instant now = this.clock.instant();
			this.retryAt = now.plus(RETRY);
			if (this.outages.away(now)) {
				logger.warn("event=shared-state-away cause=\"{}\"", ex.getMessage());
			}
			throw new Away(ex);
		}
	}

	private static byte[] bytes(CacheKey key) {
		return bytes(key.text());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
