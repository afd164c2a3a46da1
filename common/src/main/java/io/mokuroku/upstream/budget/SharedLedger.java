package io.mokuroku.upstream.budget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.mokuroku.upstream.shared.Away;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;

/**
 * The ledger of one provider in Redis. While Redis is away every instance keeps its own
 * with its share of the budget. Changing from one to the other costs the longest window,
 * at most a minute, because neither knows what was counted in the other; what longer
 * windows must not forget is carried over.
 */
final class SharedLedger {

	private static final String SCRIPT = script();

	private static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

	private final SharedState shared;

	private final CacheKey key;

	private final Limits limits;

	private final Limits share;

	private final Duration lease;

	private final InstantSource clock;

	private final Ledger own = new Ledger();

	private final List<String> fixed = new ArrayList<>();

	private boolean reached;

	private boolean alone;

	private int callsAlone;

	private Instant heldUntil = Instant.EPOCH;

	SharedLedger(SharedState shared, String provider, Limits limits, Waiting waiting, InstantSource clock) {
		this.shared = shared;
		this.key = CacheKey.budget(provider);
		this.limits = limits;
		this.share = limits.share(waiting.instances());
		this.lease = waiting.lease();
		this.clock = clock;
		this.fixed.addAll(List.of(millis(this.lease), Integer.toString(limits.parallel()), millis(limits.spacing())));
		for (Window window : limits.windows()) {
			this.fixed.addAll(List.of(Integer.toString(window.calls()), millis(window.per())));
		}
	}

	/** Whether a call may start now; if so it has. */
	synchronized Turn ask(String ticket) {
		Instant now = this.clock.instant();
		if (now.isBefore(this.own.pausedUntil())) {
			return new Turn.Wait(Duration.between(now, this.own.pausedUntil()), true);
		}
		if (now.isBefore(this.heldUntil)) {
			return new Turn.Wait(Duration.between(now, this.heldUntil), false);
		}
		try {
			if (this.alone && !rejoined(now)) {
				return new Turn.Wait(Duration.between(now, this.heldUntil), false);
			}
			List<Long> answer = run("ask", ticket);
			this.reached = true;
			if (answer.getFirst() == 1) {
				return new Turn.Go(ticket);
			}
			Turn.Wait wait = new Turn.Wait(Duration.ofMillis(answer.get(1)), answer.get(2) == 1);
			if (wait.paused()) {
				this.own.pause(now.plus(wait.time()));
			}
			return wait;
		}
		catch (Away ex) {
			if (!this.alone) {
				this.alone = true;
				if (this.reached) {
					this.heldUntil = now.plus(hold());
				}
			}
			return now.isBefore(this.heldUntil) ? new Turn.Wait(Duration.between(now, this.heldUntil), false)
					: this.own.ask(this.share, ticket, this.lease, now);
		}
	}

	/** A call has ended. */
	synchronized void done(String ticket) {
		Instant now = this.clock.instant();
		if (this.own.done(this.share, ticket, now)) {
			this.callsAlone++;
			return;
		}
		this.own.add(this.share, now);
		try {
			run("done", ticket);
		}
		catch (Away ex) {
			// its lease ends it
		}
	}

	/** Nobody calls for a time. */
	synchronized void pause(Duration time) {
		this.own.pause(this.clock.instant().plus(time));
		try {
			run("pause", millis(time));
		}
		catch (Away ex) {
			// this instance keeps to it; the others will be told the same by the provider
		}
	}

	/** How much is left, from 0 to 1. */
	synchronized double left() {
		try {
			List<Long> answer = run("look", "");
			return answer.getFirst() / (double) answer.get(1);
		}
		catch (Away ex) {
			return this.own.left(this.share, this.clock.instant());
		}
	}

	/** Whether the shared ledger may be used at once after a time alone. */
	private boolean rejoined(Instant now) throws Away {
		run("add", Integer.toString(this.callsAlone));
		this.alone = false;
		this.callsAlone = 0;
		if (this.reached) {
			this.heldUntil = now.plus(hold());
		}
		return !now.isBefore(this.heldUntil);
	}

	private Duration hold() {
		Duration longest = this.limits.longest();
		return (longest.compareTo(LONGEST_HOLD) > 0) ? LONGEST_HOLD : longest;
	}

	private List<Long> run(String what, String which) throws Away {
		List<String> arguments = new ArrayList<>(List.of(what, which));
		arguments.addAll(this.fixed);
		return this.shared.run(SCRIPT, this.key, arguments);
	}

	private static String millis(Duration duration) {
		return Long.toString(duration.toMillis());
	}

	private static String script() {
		try (InputStream lua = Objects.requireNonNull(SharedLedger.class.getResourceAsStream("ledger.lua"))) {
			return new String(lua.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
