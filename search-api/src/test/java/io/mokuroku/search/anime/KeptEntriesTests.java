package io.mokuroku.search.anime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.message.CatalogueChanged.Change;
import io.mokuroku.testing.LocalRedis;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

final class KeptEntriesTests {

	private static final SourceLink LINK = SourceLink.ofKey("MYANIMELIST#1");

	private static final AnimeId ID = AnimeId.mintedFrom(LINK);

	private static final RandomGenerator NEVER_EARLY = () -> 0;

	private static final RandomGenerator VERY_EARLY = () -> -1;

	private static final LocalRedis REDIS = LocalRedis.start();

	private final Store store = new Store();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private Instant now = Instant.parse("2026-11-27T12:00:00Z");

	private final LettuceConnectionFactory client = REDIS.connect();

	@AfterAll
	static void stop() {
		REDIS.close();
	}

	@Test
	void readsTheStoreOnceForAllInstances() {
		KeptEntries one = instance(NEVER_EARLY);
		KeptEntries other = instance(NEVER_EARLY);
		ServedEntry entry = this.store.commit(ID, 1, LINK);
		assertThat(one.find(ID)).hasValueSatisfying((found) -> same(found, entry));
		assertThat(other.find(ID)).hasValueSatisfying((found) -> same(found, entry));
		assertThat(other.find(LINK)).hasValueSatisfying((found) -> same(found, entry));
		assertThat(this.store.reads).hasValue(1);
	}

	@Test
	void readsTheStoreOnceForAllWhoWait() throws Exception {
		AnimeId id = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#2"));
		this.store.commit(id, 1);
		this.store.gate = new CountDownLatch(1);
		KeptEntries entries = instance(NEVER_EARLY);
		List<CompletableFuture<Optional<ServedEntry>>> readers = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < 50; i++) {
				readers.add(CompletableFuture.supplyAsync(() -> entries.find(id), threads));
			}
			await().until(() -> this.store.reads.get() == 1);
			this.store.gate.countDown();
			for (CompletableFuture<Optional<ServedEntry>> reader : readers) {
				assertThat(reader.get()).isPresent();
			}
		}
		assertThat(this.store.reads).hasValue(1);
	}

	@Test
	void neverPutsBackWhatWasReadBeforeACommit() throws Exception {
		AnimeId id = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#3"));
		this.store.commit(id, 4);
		this.store.gate = new CountDownLatch(1);
		KeptEntries slow = instance(NEVER_EARLY);
		CompletableFuture<Optional<ServedEntry>> reader = CompletableFuture.supplyAsync(() -> slow.find(id));
		await().until(() -> this.store.reads.get() == 1);
		this.store.commit(id, 5);
		KeptEntries indexer = instance(NEVER_EARLY);
		indexer.committed(List.of(new Change(id, 5)));
		this.store.gate.countDown();
		assertThat(reader.get()).as("even the one who read the old state")
			.hasValueSatisfying((found) -> assertThat(found.version()).isEqualTo(5));
		assertThat(instance(NEVER_EARLY).find(id))
			.hasValueSatisfying((found) -> assertThat(found.version()).isEqualTo(5));
	}

	@Test
	void forgetsOnAllInstancesWhatWasCommittedAnew() {
		AnimeId id = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#4"));
		this.store.commit(id, 1);
		KeptEntries one = instance(NEVER_EARLY);
		KeptEntries other = instance(NEVER_EARLY);
		assertThat(one.find(id)).isPresent();
		this.store.commit(id, 2);
		other.committed(List.of(new Change(id, 2)));
		other.committed(List.of(new Change(id, 2)));
		assertThat(one.find(id)).hasValueSatisfying((found) -> assertThat(found.version()).isEqualTo(2));
		one.committed(List.of(new Change(id, 1)));
		assertThat(other.find(id)).isPresent();
		assertThat(this.store.reads).as("a late message makes nobody read again").hasValue(2);
	}

	@Test
	void readsAnewALittleBeforeRedisForgets() {
		AnimeId id = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#5"));
		this.store.commit(id, 1);
		instance(NEVER_EARLY).find(id);
		this.now = this.now.plus(Duration.ofMinutes(15)).minusMillis(20);
		instance(NEVER_EARLY).find(id);
		assertThat(this.store.reads).hasValue(1);
		instance(VERY_EARLY).find(id);
		assertThat(this.store.reads).hasValue(2);
		instance(VERY_EARLY).find(id);
		assertThat(this.store.reads).as("the first has done it for all").hasValue(2);
	}

	@Test
	void followsALinkThatChangedHands() {
		SourceLink link = SourceLink.ofKey("ANIDB#6");
		AnimeId before = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#6"));
		AnimeId after = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#7"));
		this.store.commit(before, 1, link);
		KeptEntries entries = instance(NEVER_EARLY);
		assertThat(entries.find(link)).hasValueSatisfying((found) -> assertThat(found.id()).isEqualTo(before));
		this.store.commit(before, 2);
		this.store.commit(after, 1, link);
		entries.committed(List.of(new Change(before, 2), new Change(after, 1)));
		assertThat(entries.find(link)).hasValueSatisfying((found) -> assertThat(found.id()).isEqualTo(after));
	}

	@Test
	void keepsForAMomentInMemory() {
		AnimeId id = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#8"));
		this.store.commit(id, 1);
		KeptEntries entries = new KeptEntries(this.store, new SharedEntries(SharedState.none(), settings("1s")),
				settings("1s"), () -> this.now, NEVER_EARLY, this.meters);
		entries.find(id);
		this.now = this.now.plusMillis(999);
		entries.find(id);
		assertThat(this.store.reads).hasValue(1);
		this.now = this.now.plusMillis(1);
		entries.find(id);
		assertThat(this.store.reads).hasValue(2);
		assertThat(reads("memory")).isOne();
		assertThat(reads("store")).isEqualTo(2);
	}

	@Test
	void doesNotWaitForARedisThatDoesNotAnswer() throws IOException {
		AnimeId id = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#9"));
		this.store.commit(id, 1);
		try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			LettuceConnectionFactory factory = new LettuceConnectionFactory(
					new RedisStandaloneConfiguration("127.0.0.1", mute.getLocalPort()),
					LettuceClientConfiguration.builder().commandTimeout(Duration.ofMillis(500)).build());
			factory.start();
			KeptEntries entries = new KeptEntries(this.store,
					new SharedEntries(SharedState.in(factory, () -> this.now), settings("0s")), settings("0s"),
					() -> this.now, NEVER_EARLY, this.meters);
			long began = System.nanoTime();
			for (int i = 0; i < 200; i++) {
				assertThat(entries.find(id)).isPresent();
			}
			assertThat(Duration.ofNanos(System.nanoTime() - began)).as("200 times 50 ms, if each had waited")
				.isLessThan(Duration.ofSeconds(3));
			factory.destroy();
			mute.setSoTimeout(1_000);
			mute.accept().close();
		}
	}

	@Test
	void tellsRedisLaterWhatItCouldNotBeTold() {
		List<AnimeId> ids = IntStream.rangeClosed(1_001, 1_120)
			.mapToObj((number) -> AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#" + number)))
			.toList();
		int port;
		try (LocalRedis first = LocalRedis.start()) {
			port = first.port();
		}
		LettuceConnectionFactory late = new LettuceConnectionFactory("127.0.0.1", port);
		late.start();
		KeptEntries indexer = new KeptEntries(this.store,
				new SharedEntries(SharedState.in(late, Instant::now), settings("0s")), settings("0s"), () -> this.now,
				NEVER_EARLY, this.meters);
		indexer.committed(ids.stream().map((id) -> new Change(id, 7)).toList());
		try (LocalRedis _ = LocalRedis.startAt(port)) {
			await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
				SharedState told = SharedState.in(late, Instant::now);
				for (AnimeId id : ids) {
					if (told.find(CacheKey.entry(id)).isEmpty()) {
						return false;
					}
				}
				return true;
			});
		}
		late.destroy();
	}

	private double reads(String origin) {
		return this.meters.get(KeptEntries.READS).tag("origin", origin).counter().count();
	}

	private KeptEntries instance(RandomGenerator random) {
		return new KeptEntries(this.store, new SharedEntries(SharedState.in(this.client, () -> this.now), patient()),
				patient(), () -> this.now, random, this.meters);
	}

	/** Nothing here is about a Redis that is slow because the machine is. */
	private static KeepSettings patient() {
		return new KeepSettings(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ZERO, 100, Duration.ofSeconds(10),
				Duration.ofMillis(200));
	}

	private static KeepSettings settings(String own) {
		return new KeepSettings(Duration.ofMinutes(15), Duration.ofHours(1),
				own.equals("1s") ? Duration.ofSeconds(1) : Duration.ZERO, 100, Duration.ofMillis(50),
				Duration.ofMillis(200));
	}

	private static void same(ServedEntry found, ServedEntry entry) {
		assertThat(found.links()).isEqualTo(entry.links());
		assertThat(found.version()).isEqualTo(entry.version());
		assertThat(found.document().mark()).isEqualTo(entry.document().mark());
		assertThat(found.document().body()).isEqualTo(entry.document().body());
	}

	/**
	 * A store that counts, and stops at a gate after it has read.
	 */
	private static final class Store implements ServedEntries {

		private final Map<AnimeId, ServedEntry> entries = new ConcurrentHashMap<>();

		private final Map<SourceLink, AnimeId> holders = new HashMap<>();

		private final AtomicInteger reads = new AtomicInteger();

		private volatile @Nullable CountDownLatch gate;

		ServedEntry commit(AnimeId id, long version, SourceLink... links) {
			ServedEntry entry = new ServedEntry(id, version, null, false, List.of(links),
					RenderedAnime.of(version, "{\"version\":%d}".formatted(version).getBytes(StandardCharsets.UTF_8)));
			this.entries.put(id, entry);
			entry.links().forEach((link) -> this.holders.put(link, id));
			return entry;
		}

		@Override
		public Optional<ServedEntry> find(AnimeId id) {
			Optional<ServedEntry> found = Optional.ofNullable(this.entries.get(id));
			this.reads.incrementAndGet();
			CountDownLatch closed = this.gate;
			if (closed != null) {
				try {
					closed.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}
			return found;
		}

		@Override
		public Optional<AnimeId> holder(SourceLink link) {
			return Optional.ofNullable(this.holders.get(link));
		}

	}

}
