package io.mokuroku.search.list;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import io.mokuroku.upstream.shared.Away;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists this instance shows: those that Redis shows, else the last it has seen.
 * Whether Redis shows others is asked beside the requests, which never wait for it once
 * there are lists. What Redis has lost it gets back from whoever still has it.
 */
final class ShownLists {

	private static final Logger logger = LoggerFactory.getLogger(ShownLists.class);

	private final SharedLists shared;

	private final Duration lookEvery;

	private final Executor background;

	private final InstantSource clock;

	private final AtomicBoolean looking = new AtomicBoolean();

	private volatile Instant lookAt = Instant.EPOCH;

	private volatile @Nullable Shown shown;

	private volatile @Nullable Generation before;

	/**
	 * Nothing yet.
	 * @param lookEvery how often Redis is asked whether it shows others
	 * @param background runs what no request waits for
	 */
	ShownLists(SharedLists shared, Duration lookEvery, Executor background, InstantSource clock) {
		this.shared = shared;
		this.lookEvery = lookEvery;
		this.background = background;
		this.clock = clock;
	}

	/** The lists, if there ever were any. */
	Optional<Shown> find() {
		if (due()) {
			if (this.shown == null) {
				lookIfDue();
			}
			else if (this.looking.compareAndSet(false, true)) {
				this.background.execute(() -> {
					try {
						lookIfDue();
					}
					finally {
						this.looking.set(false);
					}
				});
			}
		}
		return Optional.ofNullable(this.shown);
	}

	private boolean due() {
		return !this.clock.instant().isBefore(this.lookAt);
	}

	private synchronized void lookIfDue() {
		if (due()) {
			look();
		}
	}

	/** The generation of a name, if it is shown, was shown last, or is still in Redis. */
	Optional<Generation> find(String id) {
		Shown now = this.shown;
		if (now != null && now.generation().id().equals(id)) {
			return Optional.of(now.generation());
		}
		Generation last = this.before;
		if (last != null && last.id().equals(id)) {
			return Optional.of(last);
		}
		try {
			Optional<Generation> found = this.shared.find(id);
			found.ifPresent((generation) -> this.before = generation);
			return found;
		}
		catch (Away ex) {
			return Optional.empty();
		}
	}

	/**
	 * Shows lists that were just computed, everywhere if Redis takes them, else here.
	 * @return whether Redis has taken them
	 */
	synchronized boolean show(Generation generation) {
		try {
			if (this.shared.show(generation)) {
				keep(generation, Source.REDIS);
				return true;
			}
			look();
		}
		catch (Away ex) {
			Shown mine = this.shown;
			if (mine == null || generation.isNewerThan(mine.generation().id())) {
				keep(generation, Source.MEMORY);
			}
		}
		return false;
	}

	private synchronized void look() {
		this.lookAt = this.clock.instant().plus(this.lookEvery);
		Shown mine = this.shown;
		try {
			String theirs = this.shared.findShown().orElse("");
			if (mine != null && mine.generation().id().equals(theirs)) {
				keep(mine.generation(), Source.REDIS);
				return;
			}
			boolean mineIsNewer = mine != null && mine.generation().isNewerThan(theirs);
			Optional<Generation> found = (mineIsNewer || theirs.isEmpty()) ? Optional.empty()
					: this.shared.find(theirs);
			if (found.isPresent()) {
				keep(found.get(), Source.REDIS);
			}
			else if (mine != null) {
				keep(mine.generation(), this.shared.show(mine.generation()) ? Source.REDIS : Source.MEMORY);
			}
		}
		catch (Away ex) {
			if (mine != null) {
				keep(mine.generation(), Source.MEMORY);
			}
		}
	}

	private void keep(Generation generation, Source source) {
		Shown last = this.shown;
		if (last != null && last.generation().id().equals(generation.id())) {
			if (last.source() == source) {
				return;
			}
			this.shown = new Shown(last.generation(), source);
		}
		else {
			this.before = (last != null) ? last.generation() : this.before;
			this.shown = new Shown(generation, source);
		}
		logger.info("event=lists-shown generation={} source={}", generation.id(), source);
	}

	/** Where lists come from. */
	enum Source {

		/** All instances show them. */
		REDIS,

		/** Redis is away; these are the last this instance has seen. */
		MEMORY,

		/** Nothing has been computed that could be read; the index is asked instead. */
		INDEX

	}

	/**
	 * The lists as they are shown.
	 *
	 * @param generation the lists
	 * @param source where they come from
	 */
	record Shown(Generation generation, Source source) {
	}

}
