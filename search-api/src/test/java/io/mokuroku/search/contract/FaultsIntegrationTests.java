package io.mokuroku.search.contract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexChange;
import io.mokuroku.search.index.LoopbackQdrant;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.testing.LocalRedis;
import io.mokuroku.testing.Loopback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The service under load while Qdrant, Redis and DynamoDB are gone, slow and flapping,
 * one after the other. What can be answered is; what cannot is refused for the moment;
 * and when they are back, so is everything, without a restart.
 * {@code MOKUROKU_FAULT_PHASE} in the environment says how long each fault lasts.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "mokuroku.embed.enabled=false", "mokuroku.index.linger=0ms", "mokuroku.index.kind=qdrant",
				"mokuroku.index.qdrant.timeout=1s", "mokuroku.store.attempt=2s", "mokuroku.store.call=3s" })
@DirtiesContext // its engines go with it
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
final class FaultsIntegrationTests {

	private static final Logger logger = LoggerFactory.getLogger(FaultsIntegrationTests.class);

	private static final Duration PHASE = Optional.ofNullable(System.getenv("MOKUROKU_FAULT_PHASE"))
		.map(Duration::parse)
		.orElse(Duration.ofMillis(700));

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final String DYNAMO = "aws.endpointUrlDynamoDb";

	private static final String SEARCH = "/v1/search?q=unbreakable";

	private static final String BY_ID = "/v1/anime/mal:990777";

	private static final String LIST = "/v1/lists/popular";

	private static final LoopbackQdrant qdrantServer = new LoopbackQdrant();

	private static final LocalRedis redisServer = LocalRedis.start();

	private static final Loopback qdrant = Loopback.to(qdrantServer.port());

	private static final Loopback redis = Loopback.to(redisServer.port());

	private static final String dynamoServer = dynamoAddress();

	private static final Loopback dynamo = Loopback.to(URI.create(dynamoServer).getPort());

	@TempDir
	private static Path folder;

	private final HttpClient http = HttpClient.newHttpClient();

	private final AnimeStore store;

	private final AnimeIndex index;

	@LocalServerPort
	private int port;

	FaultsIntegrationTests(AnimeStore store, AnimeIndex index) {
		this.store = store;
		this.index = index;
	}

	@DynamicPropertySource
	static void goThroughTheLines(DynamicPropertyRegistry properties) {
		System.setProperty(DYNAMO, "http://127.0.0.1:" + dynamo.port());
		properties.add("mokuroku.index.dir", () -> folder);
		properties.add("mokuroku.index.qdrant.port", qdrant::port);
		properties.add("spring.data.redis.port", redis::port);
	}

	@AfterAll
	static void stop() {
		System.setProperty(DYNAMO, dynamoServer);
		List.of(qdrant, redis, dynamo).forEach(Loopback::close);
		qdrantServer.close();
		redisServer.close();
	}

	@BeforeEach
	void haveSomething() {
		AnimeEntry entry = Entries.aDraft("Unbreakable", "MYANIMELIST#990777");
		this.store.add(List.of(entry));
		this.index.apply(List.of(IndexChange.of(entry, null)));
		awaitAll();
	}

	@Test
	void answersWhatItCanWhileOthersFail() throws Exception {
		during("redis gone", redis, Fault.GONE, List.of(SEARCH, BY_ID, LIST));
		during("redis slow", redis, Fault.SLOW, List.of(SEARCH, BY_ID, LIST));
		during("redis flapping", redis, Fault.FLAPPING, List.of(SEARCH, BY_ID, LIST));
		during("qdrant gone", qdrant, Fault.GONE, List.of(BY_ID, LIST));
		during("qdrant slow", qdrant, Fault.SLOW, List.of(BY_ID, LIST));
		during("qdrant flapping", qdrant, Fault.FLAPPING, List.of(BY_ID, LIST));
		during("dynamodb gone", dynamo, Fault.GONE, List.of(SEARCH, LIST));
		during("dynamodb slow", dynamo, Fault.SLOW, List.of(SEARCH, LIST));
		during("dynamodb flapping", dynamo, Fault.FLAPPING, List.of(SEARCH, LIST));
	}

	private void during(String what, Loopback line, Fault fault, List<String> answered) throws Exception {
		ConcurrentLinkedQueue<Seen> seen = new ConcurrentLinkedQueue<>();
		fault.begin(line);
		long end = System.nanoTime() + PHASE.toNanos();
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			for (String path : List.of(SEARCH, BY_ID, LIST, SEARCH, BY_ID, LIST)) {
				clients.execute(() -> {
					while (System.nanoTime() < end) {
						seen.add(ask(path));
					}
				});
			}
			while (fault == Fault.FLAPPING && System.nanoTime() < end) {
				Thread.sleep(50);
				line.cut();
				Thread.sleep(50);
				line.mend();
			}
		}
		line.mend();
		long mended = System.nanoTime();
		awaitAll();
		logger.info("{}: {}; everything answers {} ms after its end", what, summary(seen),
				(System.nanoTime() - mended) / 1_000_000);
		assertThat(seen).as(what).allSatisfy((each) -> each.isAllowed());
		for (String path : answered) {
			assertThat(seen).as(what + " " + path)
				.filteredOn((each) -> each.path().equals(path))
				.isNotEmpty()
				.allSatisfy((each) -> assertThat(each.status()).as(each.toString()).isEqualTo(200));
		}
	}

	private static Map<String, String> summary(Iterable<Seen> seen) {
		Map<String, List<Seen>> byKind = new TreeMap<>();
		seen.forEach((each) -> byKind
			.computeIfAbsent(each.path().replaceAll("\\?.*|:.*", "") + " " + each.status(), (_) -> new ArrayList<>())
			.add(each));
		Map<String, String> summary = new TreeMap<>();
		byKind.forEach((kind, all) -> summary.put(kind,
				all.size() + " in at most " + all.stream().mapToLong(Seen::millis).max().orElse(0) + " ms"));
		return summary;
	}

	private void awaitAll() {
		await().atMost(SOON).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
			for (String path : List.of(SEARCH, BY_ID, LIST)) {
				Seen seen = ask(path);
				assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
			}
			assertThat(ask(SEARCH).body()).contains("Unbreakable");
		});
	}

	private Seen ask(String path) {
		long start = System.nanoTime();
		try {
			HttpResponse<String> response = this.http
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
					.timeout(Duration.ofSeconds(20))
					.build(), HttpResponse.BodyHandlers.ofString());
			return new Seen(path, response.statusCode(), (System.nanoTime() - start) / 1_000_000,
					response.headers().firstValue("Retry-After").orElse(""),
					response.headers().firstValue("Content-Type").orElse(""), response.body());
		}
		catch (IOException ex) {
			return new Seen(path, 0, (System.nanoTime() - start) / 1_000_000, "", "", ex.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String dynamoAddress() {
		LocalEngines.start();
		return System.getProperty(DYNAMO, "");
	}

	private enum Fault {

		GONE, SLOW, FLAPPING;

		void begin(Loopback line) {
			switch (this) {
				case GONE -> line.cut();
				case SLOW -> line.slow(Duration.ofSeconds(2));
				case FLAPPING -> {
				}
			}
		}

	}

	private record Seen(String path, int status, long millis, String retryAfter, String contentType, String body) {

		/** Answered, or refused for the moment as the document promises. */
		void isAllowed() {
			assertThat(this.status).as(toString()).isIn(200, 503);
			assertThat(this.contentType).isEqualTo("application/vnd.api+json");
			if (this.status == 503) {
				assertThat(this.retryAfter).matches("[1-9]\\d*");
				assertThat(this.body).contains("\"status\":\"503\"", "\"code\":\"service_unavailable\"");
			}
		}

	}

}
