package io.mokuroku.sync.diff;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.github.luben.zstd.ZstdInputStream;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Revision;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.EntryDigest;
import io.mokuroku.sync.dataset.DatasetFile;
import io.mokuroku.sync.dataset.DatasetLine;
import io.mokuroku.sync.dataset.DatasetRecord;
import io.mokuroku.testing.LargerRelease;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Measures what comparing a release with an unchanged catalogue costs, beside what
 * Jackson's streaming parser needs for the same file. Arguments: a release in the form
 * {@code .jsonl.zst}, and how many times as large it shall be made.
 */
final class DiffBenchmark {

	private static final int WARM_UP = 5;

	private static final int ROUNDS = 11;

	private static final JsonFactory FACTORY = new JsonFactory();

	private DiffBenchmark() {
	}

	public static void main(String[] arguments) throws Exception {
		int copies = Integer.parseInt(arguments[1]);
		Path release = Files.createTempFile("release-", ".jsonl.zst");
		try {
			LargerRelease.write(Path.of(arguments[0]), copies, release);
			measure(release);
		}
		finally {
			Files.delete(release);
		}
	}

	private static void measure(Path file) throws Exception {
		CatalogueState state = state(file);
		DatasetFile release = new DatasetFile(file, Long.MAX_VALUE);
		KnownRecords nothing = new KnownRecords(new ReleaseIndex());
		KnownRecords last = new KnownRecords(nothing.read(release));
		System.out.printf(Locale.ROOT, "%,d records, %,d bytes packed, heap of at most %d MiB%n", state.size(),
				Files.size(file), Runtime.getRuntime().maxMemory() >> 20);
		double parse = median("Jackson's streaming parser alone", () -> parse(file));
		double diff = median("diff, the last release known", () -> diff(release, state, last));
		double all = median("diff, all parsed", () -> diff(release, state, nothing));
		System.out.printf(Locale.ROOT, "diff / parser = %.2f; with all parsed %.2f%n", diff / parse, all / parse);
	}

	private static int diff(DatasetFile release, CatalogueState state, KnownRecords known) throws Exception {
		Differences differences = Differences.between(state, known.read(release), 1);
		if (differences.readAgain()) {
			throw new IllegalStateException("Not unchanged");
		}
		return state.size();
	}

	private static CatalogueState state(Path file) throws IOException {
		CatalogueState.Builder builder = new CatalogueState.Builder();
		new DatasetFile(file, Long.MAX_VALUE).look((line) -> {
			if (line.read() instanceof DatasetLine.Parsed(long _, DatasetRecord content)) {
				SourceLink primary = content.sources().getFirst();
				builder.add(EntryDigest.of(Drafts.entry(AnimeId.mintedFrom(primary), primary.canonical(), content,
						content.sources(), Revision.first(Instant.EPOCH, content.hash(), null), Instant.EPOCH)));
			}
			return true;
		});
		return builder.build();
	}

	private static long parse(Path file) throws IOException {
		long tokens = 0;
		try (InputStream bytes = new BufferedInputStream(new ZstdInputStream(Files.newInputStream(file)), 1 << 16);
				JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
			while (json.nextToken() != null) {
				tokens++;
			}
		}
		return tokens;
	}

	private static double median(String what, Callable<?> work) throws Exception {
		double[] millis = new double[ROUNDS];
		for (int round = -WARM_UP; round < ROUNDS; round++) {
			long start = System.nanoTime();
			work.call();
			if (round >= 0) {
				millis[round] = (System.nanoTime() - start) / 1e6;
			}
		}
		Arrays.sort(millis);
		System.out.printf(Locale.ROOT, "%-36s median %6.0f ms, best %6.0f ms, worst %6.0f ms%n", what,
				millis[ROUNDS / 2], millis[0], millis[ROUNDS - 1]);
		return millis[ROUNDS / 2];
	}

}
