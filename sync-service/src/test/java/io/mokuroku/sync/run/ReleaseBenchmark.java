package io.mokuroku.sync.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Callable;

import com.github.luben.zstd.ZstdInputStream;
import io.mokuroku.sync.diff.CatalogueState;
import io.mokuroku.sync.release.BucketInMemory;
import io.mokuroku.testing.LocalEngines;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applies two releases and measures what an unchanged one costs. Arguments: an older
 * release, a newer one as JSON Lines, both compressed with Zstandard.
 */
final class ReleaseBenchmark {

	private static final int ROUNDS = 15;

	private final LocalEngines engines = LocalEngines.start();

	private long records;

	private final SyncHouse house = new SyncHouse(this.engines, this.engines.dynamo(), new BucketInMemory(),
			InstantSource.system(), 0);

	public static void main(String[] arguments) throws Exception {
		new ReleaseBenchmark().measure(Path.of(arguments[0]), Path.of(arguments[1]));
		System.exit(0);
	}

	private void measure(Path older, Path newer) throws Exception {
		for (Path release : new Path[] { older, newer, newer }) {
			long start = System.nanoTime();
			SyncRun run = this.house.sync(release);
			System.out.printf("%s: %s in %.1f s %s%n", release.getFileName(), run.state(), since(start) / 1e3,
					(run.error() != null) ? run.error() : run.counts());
			this.records = run.counts().records();
			this.house.changes(run)
				.stream()
				.filter((numbered) -> numbered.change().steps().size() > 1)
				.forEach((numbered) -> System.out.println("  " + numbered.change().counts()));
		}
		CatalogueState state = read();
		System.out.println("entries " + state.size());
		double parse = median("parse with Jackson's streaming parser alone", () -> parse(newer));
		double scan = median("scan of the catalogue", () -> read().size());
		double run = median("whole run, unchanged", () -> {
			long before = System.nanoTime();
			SyncRun whole = this.house.sync(newer);
			if (whole.counts().planned() != 0) {
				throw new IllegalStateException("Not unchanged: " + whole.counts());
			}
			return System.nanoTime() - before;
		});
		System.out.printf("run / (parse + scan) = %.2f%n", run / (parse + scan));
	}

	private CatalogueState read() throws InterruptedException {
		CatalogueState.Builder builder = new CatalogueState.Builder();
		this.house.store.readDigests(4, this.records, builder::add);
		return builder.build();
	}

	private static long parse(Path file) throws IOException {
		long tokens = 0;
		try (InputStream bytes = new BufferedInputStream(new ZstdInputStream(Files.newInputStream(file)), 1 << 16);
				JsonParser json = JsonMapper.shared().createParser(bytes)) {
			while (json.nextToken() != null) {
				tokens++;
			}
		}
		return tokens;
	}

	private static double median(String what, Callable<?> work) throws Exception {
		double[] millis = new double[ROUNDS];
		for (int i = 0; i < ROUNDS; i++) {
			long start = System.nanoTime();
			work.call();
			millis[i] = since(start);
		}
		Arrays.sort(millis);
		System.out.printf("%s: median %.0f ms, best %.0f ms%n", what, millis[ROUNDS / 2], millis[0]);
		return millis[ROUNDS / 2];
	}

	private static double since(long start) {
		return Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e6;
	}

}
