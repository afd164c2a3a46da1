package io.mokuroku.catalogue.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.dynamo.Items;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * One worker per entry. A lock ends by release, by the commit it was taken for, or by
 * time. Fencing numbers never go back: each is at least the epoch milliseconds of its
 * acquisition and larger than the one before, so they keep growing even after DynamoDB
 * has removed an expired item.
 *
 * <p>
 * When a lock ends is written by the clock of its owner and read by the clock of whoever
 * asks next. Others therefore wait {@link #CLOCK_SKEW} longer: clocks that differ by less
 * never cost an owner a lock that has not ended by its own clock. If they differ by more,
 * an instance that is ahead may take a live lock, and the commit of the owner before it
 * is refused. An owner whose clock is ahead keeps others out for as much longer as it is
 * ahead, not for ever.
 */
public final class ProcessingLocks {

	/** How long a lock lasts unless its owner asks for less. */
	public static final Duration LONGEST = Duration.ofHours(24);

	/** By how much the clocks of two instances may differ. */
	public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

	static final String TABLE = "processing-locks";

	private static final String ANIME_ID = "anime_id";

	private static final String OWNER = "lock_owner";

	private static final String FENCING = "fencing";

	private static final String EXPIRES_AT = "expires_at";

	static final String NO_OWNER = "-";

	private static final int MOST_ROUNDS = 5;

	private final DynamoDbClient dynamo;

	private final InstantSource clock;

	ProcessingLocks(DynamoDbClient dynamo, InstantSource clock) {
		this.dynamo = dynamo;
		this.clock = clock;
	}

	/**
	 * Takes the lock of an entry.
	 * @param animeId the entry, which need not exist
	 * @param owner who asks; an owner that already holds it gets it again
	 * @param duration how long it lasts, at most {@link #LONGEST}
	 * @return the lock, or empty if somebody else holds it
	 */
	public Optional<Lock> tryAcquire(AnimeId animeId, String owner, Duration duration) {
		if (duration.compareTo(LONGEST) > 0 || owner.equals(NO_OWNER)) {
			throw new IllegalArgumentException("Not a lock: owner=%s duration=%s".formatted(owner, duration));
		}
		for (int round = 0; round < MOST_ROUNDS; round++) {
			Optional<Lock> held = held(animeId);
			Instant now = this.clock.instant();
			if (held.isPresent() && isLive(held.get(), owner, now)) {
				return held.filter((lock) -> lock.owner().equals(owner));
			}
			long before = held.map(Lock::fencing).orElse(0L);
			Lock wanted = new Lock(animeId, owner, Math.max(before + 1, now.toEpochMilli()),
					Instant.ofEpochSecond(now.plus(duration).getEpochSecond()));
			if (replace(wanted, before)) {
				return Optional.of(wanted);
			}
		}
		return Optional.empty();
	}

	/** Who holds the lock of an entry. */
	public Optional<Lock> find(AnimeId animeId) {
		return held(animeId).filter((lock) -> !lock.owner().equals(NO_OWNER));
	}

	/**
	 * Gives a lock back.
	 * @return whether it was still this owner's
	 */
	public boolean release(Lock lock) {
		Update update = released(lock);
		return Items.conditionally(() -> this.dynamo.updateItem((request) -> request.tableName(TABLE)
			.key(update.key())
			.updateExpression(update.updateExpression())
			.conditionExpression(update.conditionExpression())
			.expressionAttributeValues(update.expressionAttributeValues())));
	}

	/** The part of a transaction that gives a lock back, or fails if it is lost. */
	static Update released(Lock lock) {
		return Update.builder()
			.tableName(TABLE)
			.key(key(lock.animeId()))
			.updateExpression("SET " + OWNER + " = :nobody")
			.conditionExpression(OWNER + " = :owner AND " + FENCING + " = :fencing")
			.expressionAttributeValues(Map.of(":nobody", Items.text(NO_OWNER), ":owner", Items.text(lock.owner()),
					":fencing", Items.number(lock.fencing())))
			.build();
	}

	private static boolean isLive(Lock lock, String asking, Instant now) {
		Duration margin = lock.owner().equals(asking) ? Duration.ZERO : CLOCK_SKEW;
		return !lock.owner().equals(NO_OWNER) && lock.expiresAt().plus(margin).isAfter(now);
	}

	private Optional<Lock> held(AnimeId animeId) {
		Map<String, AttributeValue> item = Items
			.calling(() -> this.dynamo.getItem((get) -> get.tableName(TABLE).key(key(animeId)).consistentRead(true)))
			.item();
		if (item.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new Lock(animeId, Items.textOf(item, OWNER), numberOf(item, FENCING),
				Instant.ofEpochSecond(numberOf(item, EXPIRES_AT))));
	}

	private boolean replace(Lock lock, long fencingBefore) {
		return Items.conditionally(() -> this.dynamo.putItem((put) -> put.tableName(TABLE)
			.item(Map.of(ANIME_ID, Items.text(lock.animeId().toString()), OWNER, Items.text(lock.owner()), FENCING,
					Items.number(lock.fencing()), EXPIRES_AT, Items.number(lock.expiresAt().getEpochSecond())))
			.conditionExpression("attribute_not_exists(" + ANIME_ID + ") OR " + FENCING + " = :before")
			.expressionAttributeValues(Map.of(":before", Items.number(fencingBefore)))));
	}

	private static long numberOf(Map<String, AttributeValue> item, String name) {
		AttributeValue value = item.get(name);
		if (value == null || value.n() == null) {
			throw new IllegalStateException("Stored lock without " + name);
		}
		return Long.parseLong(value.n());
	}

	private static Map<String, AttributeValue> key(AnimeId animeId) {
		return Map.of(ANIME_ID, Items.text(animeId.toString()));
	}

}
