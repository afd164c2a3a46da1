package io.mokuroku.search.agentic.spend;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.mokuroku.upstream.shared.Away;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;

/**
 * What was spent in a month, UTC, in billionths of a US dollar. A call takes what it may
 * cost at most before it is made and gives back what it did not cost, so calls of all
 * instances together never pass the ceiling. Without Redis an instance takes it that all
 * others spend as much as it does itself, beyond what was known last; what it spent alone
 * is added when Redis is back. If Redis has lost the month, what is known here goes on.
 */
public final class MonthlySpend {

	private static final String SCRIPT = """
			local spent = redis.call('get', KEYS[1])
			if not spent then spent = ARGV[3] end
			spent = tonumber(spent)
			local more = tonumber(ARGV[1])
			if more > 0 and spent + more > tonumber(ARGV[2]) then return { 0, spent } end
			spent = math.max(0, spent + more)
			redis.call('set', KEYS[1], string.format('%.0f', spent), 'PX', ARGV[4])
			return { 1, spent }""";

	private static final Duration KEPT = Duration.ofDays(62);

	private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

	/** For what is spent already. */
	private static final long NO_CEILING = Long.MAX_VALUE / 2;

	private final SharedState shared;

	private final long ceiling;

	private final int instances;

	private final InstantSource clock;

	private YearMonth month = YearMonth.of(1970, 1);

	/** What all were known to have spent. */
	private long known;

	/** What this instance has spent beside it. */
	private long alone;

	/** Whether what was spent alone is being added to what all have spent. */
	private boolean adding;

	/**
	 * The spend of a house.
	 * @param shared where instances count together
	 * @param ceilingUsd how many US dollars may be spent in a month
	 * @param instances how many instances share the ceiling when they cannot count
	 * together
	 * @param clock tells the month
	 */
	public MonthlySpend(SharedState shared, BigDecimal ceilingUsd, int instances, InstantSource clock) {
		this.shared = shared;
		this.ceiling = ceilingUsd.multiply(NANOS).longValue();
		this.instances = instances;
		this.clock = clock;
	}

	/**
	 * Takes what a call may cost at most. Others do not wait for Redis meanwhile.
	 * @return empty if that would pass the ceiling
	 */
	public Optional<Taken> take(long nanos) {
		YearMonth now = thisMonth();
		try {
			addAlone(now);
			boolean fits = evaluate(now, nanos, this.ceiling - waiting(now));
			return fits ? Optional.of(new Taken(now, nanos, false)) : Optional.empty();
		}
		catch (Away ex) {
			return takeAlone(now, nanos);
		}
	}

	/**
	 * Says what a call did cost in the end, even if that passes the ceiling. What Redis
	 * may have given back already, though it did not say so in time, is not given back
	 * again.
	 */
	public void settle(Taken taken, long nanos) {
		long difference = nanos - taken.nanos();
		if (difference == 0) {
			return;
		}
		if (taken.alone()) {
			spendAlone(taken.month(), difference);
			return;
		}
		try {
			if (taken.month().equals(thisMonth())) {
				addAlone(taken.month());
			}
			evaluate(taken.month(), difference, NO_CEILING);
		}
		catch (Away ex) {
			spendAlone(taken.month(), Math.max(0, difference));
		}
	}

	/** US dollars spent this month, as far as is known here. */
	public synchronized BigDecimal spentUsd() {
		thisMonth();
		return BigDecimal.valueOf(Math.max(0, this.known + this.alone)).divide(NANOS);
	}

	/** US dollars that may be spent in a month. */
	public BigDecimal ceilingUsd() {
		return BigDecimal.valueOf(this.ceiling).divide(NANOS);
	}

	private synchronized YearMonth thisMonth() {
		Instant instant = this.clock.instant();
		YearMonth now = YearMonth.from(instant.atOffset(ZoneOffset.UTC));
		if (!now.equals(this.month)) {
			this.month = now;
			this.known = 0;
			this.alone = 0;
		}
		return now;
	}

	private synchronized Optional<Taken> takeAlone(YearMonth now, long nanos) {
		if (this.known + Math.multiplyExact(this.alone + nanos, (long) this.instances) > this.ceiling) {
			return Optional.empty();
		}
		spendAlone(now, nanos);
		return Optional.of(new Taken(now, nanos, true));
	}

	private synchronized void spendAlone(YearMonth which, long nanos) {
		if (which.equals(thisMonth())) {
			this.alone += nanos;
		}
	}

	/**
	 * What was spent alone is spent, whatever the ceiling says now. In doubt it counts
	 * twice, and what is given back does not. One call adds it; until it has, others
	 * leave room for it.
	 */
	private void addAlone(YearMonth now) throws Away {
		long before = beginAdding();
		if (before == 0) {
			return;
		}
		boolean added = false;
		try {
			evaluate(now, before, NO_CEILING);
			added = true;
		}
		finally {
			endAdding(now, added ? Math.max(0, before) : 0);
		}
	}

	private synchronized long beginAdding() {
		if (this.adding) {
			return 0;
		}
		long before = this.alone;
		this.alone = Math.max(0, before);
		this.adding = before != 0;
		return before;
	}

	private synchronized void endAdding(YearMonth now, long added) {
		this.adding = false;
		spendAlone(now, -added);
	}

	/** What Redis does not know yet. */
	private synchronized long waiting(YearMonth which) {
		return which.equals(thisMonth()) ? Math.max(0, this.alone) : 0;
	}

	private boolean evaluate(YearMonth which, long nanos, long most) throws Away {
		List<Long> answer = this.shared.run(SCRIPT, CacheKey.spend("bedrock", which.toString()),
				List.of(Long.toString(nanos), Long.toString(most), Long.toString(known(which)),
						Long.toString(KEPT.toMillis())));
		know(which, answer.get(1));
		return answer.getFirst() == 1;
	}

	private synchronized long known(YearMonth which) {
		return which.equals(thisMonth()) ? this.known : 0;
	}

	private synchronized void know(YearMonth which, long spent) {
		if (which.equals(thisMonth())) {
			this.known = spent;
		}
	}

	/**
	 * What was taken for a call.
	 *
	 * @param month of which month
	 * @param nanos how much, in billionths of a US dollar
	 * @param alone whether Redis was away
	 */
	public record Taken(YearMonth month, long nanos, boolean alone) {
	}

}
