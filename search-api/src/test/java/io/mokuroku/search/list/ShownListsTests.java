package io.mokuroku.search.list;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.testing.LocalRedis;
import io.mokuroku.upstream.TurningClock;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static io.mokuroku.search.Shows.anEntry;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Lists that several instances show, with a Redis between them.
 */
@Timeout(60)
class ShownListsTests {

	private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

	private static final LocalRedis redis = LocalRedis.start();

	private static final LettuceConnectionFactory connection = redis.connect();

	private final TurningClock clock = new TurningClock();

	private final ShownLists one = instance(connection);

	private final ShownLists other = instance(connection);

	@AfterAll
	static void stop() {
		connection.destroy();
		redis.close();
	}

	@BeforeEach
	void forgetEverything() {
		LocalRedis.empty(connection);
	}

	@Test
	void showsTheSameListsOnAllInstances() {
		assertThat(this.one.find()).isEmpty();
		assertThat(this.one.show(generation(1, 3))).isTrue();
		assertThat(this.other.find()).hasValueSatisfying((shown) -> {
			assertThat(shown.generation()).isEqualTo(generation(1, 3));
			assertThat(shown.source()).isEqualTo(ShownLists.Source.REDIS);
		});
	}

	@Test
	void movesOnToNewerListsNeverBackAndKeepsThoseBeforeForTheirPages() {
		this.one.show(generation(2, 3));
		this.other.find();
		assertThat(this.other.show(generation(1, 3))).isFalse();
		assertThat(names(this.other)).isEqualTo("g2");
		this.one.show(generation(3, 3));
		assertThat(names(this.other)).as("looked a moment ago").isEqualTo("g2");
		this.clock.turn(LOOK_EVERY);
		this.other.find();
		assertThat(names(this.other)).isEqualTo("g3");
		assertThat(this.other.find("g2")).hasValue(generation(2, 3));
		assertThat(instance(connection).find("g2")).as("of an instance that never showed it")
			.hasValue(generation(2, 3));
		assertThat(this.other.find("g0")).isEmpty();
		try (RedisConnection keys = connection.getConnection()) {
			assertThat(keys.keyCommands().pTtl(CacheKey.lists("g2").text().getBytes(UTF_8))).isBetween(1L, 3_600_000L);
			assertThat(keys.keyCommands().pTtl(CacheKey.lists("g3").text().getBytes(UTF_8))).isGreaterThan(3_600_000L);
		}
	}

	/** Whatever is read while lists change belongs together, and nothing is empty. */
	@Test
	void neverShowsAnEmptyOrAMixedListWhileOthersReplaceIt() throws Exception {
		this.one.show(generation(100, 50));
		AtomicBoolean over = new AtomicBoolean();
		AtomicInteger reads = new AtomicInteger();
		try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> readers = new ArrayList<>();
			for (int reader = 0; reader < 8; reader++) {
				ShownLists mine = instance(connection);
				readers.add(pool.submit(() -> {
					String last = "";
					while (!over.get()) {
						this.clock.turn(LOOK_EVERY);
						Generation read = mine.find().orElseThrow().generation();
						assertThat(read.id()).isGreaterThanOrEqualTo(last);
						last = read.id();
						for (ListName list : ListName.values()) {
							assertThat(read.list(list)).hasSize(50)
								.allSatisfy((anime) -> assertThat(anime.attributes().title()).startsWith(read.id()));
						}
						reads.incrementAndGet();
					}
					return null;
				}));
			}
			for (int number = 101; number <= 140; number++) {
				((number % 2 == 0) ? this.one : this.other).show(generation(number, 50));
			}
			over.set(true);
			for (Future<?> reader : readers) {
				reader.get();
			}
		}
		assertThat(reads).hasPositiveValue();
		assertThat(names(instance(connection))).isEqualTo("g140");
	}

	@Test
	void showsTheLastListsWhileRedisIsAwayAndSaysSoAndGivesThemBackToAnEmptyOne() {
		LocalRedis own = LocalRedis.start();
		LettuceConnectionFactory client = own.connect();
		ShownLists mine = instance(client);
		mine.show(generation(1, 3));
		own.stop();
		this.clock.turn(LOOK_EVERY);
		mine.find();
		assertThat(mine.find()).hasValueSatisfying((shown) -> {
			assertThat(shown.generation()).isEqualTo(generation(1, 3));
			assertThat(shown.source()).isEqualTo(ShownLists.Source.MEMORY);
		});
		assertThat(mine.show(generation(2, 3))).as("computed while Redis is away").isFalse();
		assertThat(names(mine)).isEqualTo("g2");
		try (LocalRedis back = LocalRedis.startAt(own.port())) {
			assertThat(back.port()).isEqualTo(own.port());
			await().untilAsserted(() -> {
				this.clock.turn(LOOK_EVERY);
				mine.find();
				assertThat(mine.find().orElseThrow().source()).isEqualTo(ShownLists.Source.REDIS);
			});
			assertThat(names(instance(client))).as("of another instance").isEqualTo("g2");
		}
		client.destroy();
	}

	@Test
	void takesWhatItCannotReadForLost() {
		try (RedisConnection keys = connection.getConnection()) {
			keys.stringCommands().set(CacheKey.shownLists().text().getBytes(UTF_8), "g1".getBytes(UTF_8));
			keys.stringCommands().set(CacheKey.lists("g1").text().getBytes(UTF_8), "nonsense".getBytes(UTF_8));
		}
		assertThat(this.one.find()).isEmpty();
		this.one.show(generation(2, 3));
		assertThat(names(this.other)).isEqualTo("g2");
	}

	private ShownLists instance(LettuceConnectionFactory client) {
		SharedLists shared = new SharedLists(SharedState.in(client, this.clock), Duration.ofDays(7),
				Duration.ofHours(1));
		return new ShownLists(shared, LOOK_EVERY, Runnable::run, this.clock);
	}

	private static String names(ShownLists lists) {
		return lists.find().orElseThrow().generation().id();
	}

	/** Lists whose titles name their generation. */
	static Generation generation(int number, int size) {
		Map<ListName, List<ListedAnime>> lists = new EnumMap<>(ListName.class);
		for (ListName list : ListName.values()) {
			List<ListedAnime> anime = new ArrayList<>();
			for (int place = 1; place <= size; place++) {
				AnimeEntry entry = anEntry(place, "g" + number + " " + list.path() + " " + place);
				anime.add(ListedAnime.of(entry));
			}
			lists.put(list, anime);
		}
		return new Generation("g" + number, Instant.parse("2026-11-22T11:00:00Z").plusSeconds(number), lists);
	}

}
