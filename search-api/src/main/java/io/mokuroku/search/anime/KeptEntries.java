package io.mokuroku.search.anime;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.message.CatalogueChanged.Change;
import io.mokuroku.search.index.CatalogueListener;
import io.mokuroku.upstream.Flights;
import io.mokuroku.upstream.shared.CacheKey;

/**
 * Entries from memory, from Redis or from the store, whichever has them first. The store
 * is asked once for all who wait at an instance, and a little before Redis forgets an
 * entry by one of those who want it: the sooner, the longer it takes and the rarer chance
 * has it ("optimal probabilistic cache stampede prevention", Vattani, Chierichetti and
 * Lowenstein, 2015). The counter {@value #READS} tells where entries came from.
 */
final class KeptEntries implements CatalogueListener {

	static final String READS = "mokuroku.entries.reads";

	private static final int MOST_TRIES = 2;

	private final ServedEntries store;

	private final SharedEntries shared;

	private final KeepSettings settings;

	private final InstantSource clock;

	private final RandomGenerator random;

	private final Flights<Optional<ServedEntry>> flights = new Flights<>();

	private final Map<AnimeId, Remembered<ServedEntry>> entries = new ConcurrentHashMap<>();

	private final Map<SourceLink, Remembered<AnimeId>> holders = new ConcurrentHashMap<>();

	private final Map<AnimeId, Long> unforgotten = new ConcurrentHashMap<>();

	private final Counter readFromMemory;

	private final Counter readFromRedis;

	private final Counter readFromStore;

	private final AtomicBoolean makingUp = new AtomicBoolean();

	KeptEntries(ServedEntries store, SharedEntries shared, KeepSettings settings, InstantSource clock,
			RandomGenerator random, MeterRegistry meters) {
		this.store = store;
		this.shared = shared;
		this.settings = settings;
		this.clock = clock;
		this.random = random;
		this.readFromMemory = meters.counter(READS, "origin", "memory");
		this.readFromRedis = meters.counter(READS, "origin", "redis");
		this.readFromStore = meters.counter(READS, "origin", "store");
	}

	/** An entry by its id, at most as much older than the store as settings allow. */
	Optional<ServedEntry> find(AnimeId id) {
		Optional<ServedEntry> known = remembered(this.entries, id);
		known.ifPresent((_) -> this.readFromMemory.increment());
		return known.or(() -> this.flights.join(CacheKey.entry(id), () -> fromRedis(id).or(() -> fromStore(id))));
	}

	/**
	 * The entry that holds a link. Who does is kept beside entries and believed only as
	 * long as that entry says so, too: then nobody has to be told when a link changes
	 * hands.
	 */
	Optional<ServedEntry> find(SourceLink link) {
		Optional<ServedEntry> entry = remembered(this.holders, link).or(() -> holderInRedis(link))
			.flatMap(this::find)
			.filter((found) -> found.links().contains(link));
		return entry.isPresent() ? entry : holderInStore(link).flatMap(this::find);
	}

	/**
	 * New entries are nowhere yet. Of others nobody keeps what they were before: what
	 * Redis could not be told is remembered, however much that is; it is never more than
	 * the ids of the catalogue.
	 */
	@Override
	public void committed(List<Change> changes) {
		for (Change change : changes) {
			if (change.version() > 1 && !forget(change.animeId(), change.version())) {
				this.unforgotten.merge(change.animeId(), change.version(), Math::max);
				makeUpSoon();
			}
		}
	}

	private void makeUpSoon() {
		if (this.makingUp.compareAndSet(false, true)) {
			Thread.ofVirtual().name("entries-to-forget").start(this::makeUp);
		}
	}

	private boolean forget(AnimeId id, long version) {
		this.entries.remove(id);
		return this.shared.forget(id, version, this.settings.forgotten());
	}

	/** Tells Redis, once it is back, what it could not be told. */
	private void makeUp() {
		try {
			while (!this.unforgotten.isEmpty()) {
				Thread.sleep(this.settings.rest());
				this.unforgotten.forEach((id, version) -> {
					if (forget(id, version)) {
						this.unforgotten.remove(id, version);
					}
				});
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.makingUp.set(false);
		}
		if (!this.unforgotten.isEmpty() && !Thread.currentThread().isInterrupted()) {
			makeUpSoon();
		}
	}

	private Optional<ServedEntry> fromRedis(AnimeId id) {
		Optional<ServedEntry> entry = this.shared.find(CacheKey.entry(id))
			.flatMap((value) -> KeptForm.read(id, value))
			.filter((kept) -> !isDue(kept))
			.map(KeptForm.Kept::entry);
		entry.ifPresent((found) -> {
			this.readFromRedis.increment();
			remember(this.entries, id, found);
		});
		return entry;
	}

	private boolean isDue(KeptForm.Kept kept) {
		double early = -Math.log(1 - this.random.nextDouble()) * Math.max(1, kept.took().toMillis());
		return !this.clock.instant().plusMillis((long) early).isBefore(kept.until());
	}

	/** What changed while it was read is read again. */
	private Optional<ServedEntry> fromStore(AnimeId id) {
		this.readFromStore.increment();
		Optional<ServedEntry> entry = Optional.empty();
		for (int tries = 0; tries < MOST_TRIES; tries++) {
			Instant began = this.clock.instant();
			entry = this.store.find(id);
			if (entry.isEmpty()) {
				return entry;
			}
			ServedEntry found = entry.get();
			Instant now = this.clock.instant();
			byte[] value = KeptForm.write(found, now.plus(this.settings.shared()), Duration.between(began, now));
			if (this.shared.putNewer(id, found.version(), value, this.settings.shared())) {
				remember(this.entries, id, found);
				return entry;
			}
		}
		return entry;
	}

	private Optional<AnimeId> holderInRedis(SourceLink link) {
		Optional<AnimeId> holder = this.shared.find(CacheKey.holder(link))
			.map((value) -> AnimeId.of(new String(value, StandardCharsets.UTF_8)));
		holder.ifPresent((id) -> remember(this.holders, link, id));
		return holder;
	}

	private Optional<AnimeId> holderInStore(SourceLink link) {
		Optional<AnimeId> holder = this.store.holder(link);
		holder.ifPresent((id) -> {
			this.shared.put(CacheKey.holder(link), id.toString(), this.settings.shared());
			remember(this.holders, link, id);
		});
		return holder;
	}

	private <K, T> Optional<T> remembered(Map<K, Remembered<T>> memory, K key) {
		Remembered<T> found = memory.get(key);
		return (found != null && this.clock.instant().isBefore(found.until())) ? Optional.of(found.what())
				: Optional.empty();
	}

	/** What lives for a second is not worth an order: a full memory begins anew. */
	private <K, T> void remember(Map<K, Remembered<T>> memory, K key, T what) {
		if (memory.size() >= this.settings.most()) {
			memory.clear();
		}
		memory.put(key, new Remembered<>(what, this.clock.instant().plus(this.settings.own())));
	}

	/**
	 * What an instance answers with without asking anybody.
	 *
	 * @param what the thing
	 * @param until how long
	 */
	private record Remembered<T>(T what, Instant until) {
	}

}
