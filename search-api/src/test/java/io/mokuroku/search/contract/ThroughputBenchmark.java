package io.mokuroku.search.contract;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexChange;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.testing.LocalRedis;
import io.mokuroku.web.RouteRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many answers a second, compared in the same run with a bare endpoint that returns
 * the same bytes through the same filters. Entries are kept as they are unless told
 * otherwise, which other tests do. Redis is a process on the same machine.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "mokuroku.embed.enabled=false", "server.tomcat.max-keep-alive-requests=-1",
				"mokuroku.entries.keep.own=1s", "management.tracing.sampling.probability=0.01" })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import(ThroughputBenchmark.Bare.class)
final class ThroughputBenchmark {

	private static final int CONNECTIONS = 8;

	private static final int ROUNDS = 15;

	private static final Duration ROUND = Duration.ofMillis(500);

	private static final Duration WARM_UP = Duration.ofSeconds(8);

	private static final LocalRedis redis = LocalRedis.start();

	@TempDir
	private static Path folder;

	private final AnimeStore store;

	private final AnimeIndex index;

	private final Bare bare;

	@LocalServerPort
	private int port;

	ThroughputBenchmark(AnimeStore store, AnimeIndex index, Bare bare) {
		this.store = store;
		this.index = index;
		this.bare = bare;
	}

	@DynamicPropertySource
	static void useTheMachine(DynamicPropertyRegistry properties) {
		LocalEngines.start();
		properties.add("mokuroku.index.dir", () -> folder);
		properties.add("spring.data.redis.port", redis::port);
	}

	@Test
	void keepsUpWithABareEndpoint() throws Exception {
		AnimeEntry entry = Entries.aDraft("Cowboy Bebop", "MYANIMELIST#1");
		this.store.add(List.of(entry));
		this.index.apply(List.of(IndexChange.of(entry, null)));
		List<String> report = new ArrayList<>();
		for (String path : List.of("/v1/anime/mal:1", "/v1/anime/" + entry.id(), "/v1/lists/popular")) {
			LoadOf load = new LoadOf(this.port, CONNECTIONS);
			LoadOf.Answered once = load.once(path);
			if (once.status() != 200) {
				report.add("%-50s answers %d, not measured".formatted(path, once.status()));
				continue;
			}
			this.bare.bytes = once.body().getBytes(StandardCharsets.ISO_8859_1);
			String same = "/v1/bare/anime";
			assertThat(load.once(same).body()).isEqualTo(once.body());
			load.perSecond(same, WARM_UP);
			load.perSecond(path, WARM_UP);
			List<Double> ratios = new ArrayList<>();
			List<Double> costs = new ArrayList<>();
			List<Double> rates = new ArrayList<>();
			for (int round = 0; round < ROUNDS; round++) {
				Seen before = Seen.of(load, same);
				Seen measured = Seen.of(load, path);
				Seen after = Seen.of(load, same);
				ratios.add(2 * measured.perSecond() / (before.perSecond() + after.perSecond()));
				costs.add((before.micros() + after.micros()) / (2 * measured.micros()));
				rates.add(measured.perSecond());
			}
			ratios.sort(null);
			costs.sort(null);
			rates.sort(null);
			report.add(String.format(Locale.ROOT,
					"%-50s %5d bytes, %6.0f/s, ratio %.2f (%.2f to %.2f), of processor time %.2f (%.2f to %.2f)", path,
					once.body().length(), rates.get(ROUNDS / 2), ratios.get(ROUNDS / 2), ratios.getFirst(),
					ratios.getLast(), costs.get(ROUNDS / 2), costs.getFirst(), costs.getLast()));
		}
		redis.close();
		Files.write(Path.of("target", "throughput.txt"), report);
		System.out.println(String.join("\n", report));
	}

	/**
	 * One round. Processor time is that of the whole process, the client's included; it
	 * tells of the same on a busy machine, where answers a second mostly tell who else
	 * wanted the processors.
	 *
	 * @param perSecond answers a second
	 * @param micros processor time of an answer
	 */
	private record Seen(double perSecond, double micros) {

		private static final OperatingSystemMXBean SYSTEM = ManagementFactory
			.getPlatformMXBean(OperatingSystemMXBean.class);

		static Seen of(LoadOf load, String path) throws Exception {
			long before = SYSTEM.getProcessCpuTime();
			long began = System.nanoTime();
			double perSecond = load.perSecond(path, ROUND);
			double answers = perSecond * (System.nanoTime() - began) / 1e9;
			return new Seen(perSecond, (SYSTEM.getProcessCpuTime() - before) / 1e3 / answers);
		}

	}

	/** The bare endpoint. */
	@TestConfiguration(proxyBeanMethods = false)
	@RestController
	static class Bare {

		private volatile byte[] bytes = new byte[0];

		@Bean
		RouteRules bareRoute() {
			return RouteRules.of().anonymousRead(HttpMethod.GET, "/v1/bare/{id}");
		}

		@GetMapping(path = "/v1/bare/{id}", produces = "application/vnd.api+json")
		byte[] bare(@PathVariable String id) {
			return this.bytes;
		}

	}

}
