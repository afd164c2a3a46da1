package io.mokuroku.sync.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.github.luben.zstd.ZstdInputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Measures what reading a release costs, beside what Jackson's streaming parser alone
 * needs for the same bytes. Argument: a release in the form {@code .jsonl.zst}.
 */
final class DatasetFileBenchmark {

	private static final int WARM_UP = 8;

	private static final int ROUNDS = 15;

	private static final JsonFactory FACTORY = new JsonFactory();

	private static long sink;

	private DatasetFileBenchmark() {
	}

	public static void main(String[] arguments) throws IOException {
		Path compressed = Path.of(arguments[0]);
		byte[] bytes = unpacked(compressed);
		Path plain = Files.createTempFile("release-", ".jsonl");
		try {
			Files.write(plain, bytes);
			Map<String, Work> all = new LinkedHashMap<>();
			all.put("tokens only", () -> tokens(bytes, false));
			all.put("tokens and their text", () -> tokens(bytes, true));
			all.put("records", () -> records(plain, false));
			all.put("records and digests", () -> records(plain, true));
			all.put("unpacking alone", () -> unpack(compressed));
			all.put("unpacking, records and digests", () -> records(compressed, true));
			Map<String, List<Long>> times = new LinkedHashMap<>();
			for (int round = 0; round < WARM_UP + ROUNDS; round++) {
				for (Map.Entry<String, Work> work : all.entrySet()) {
					long start = System.nanoTime();
					work.getValue().run();
					if (round >= WARM_UP) {
						times.computeIfAbsent(work.getKey(), (_) -> new ArrayList<>()).add(System.nanoTime() - start);
					}
				}
			}
			report(times, bytes.length);
		}
		finally {
			Files.delete(plain);
		}
	}

	private static void report(Map<String, List<Long>> times, int bytes) {
		double text = median(times.getOrDefault("tokens and their text", List.of(1L)));
		double skimmed = median(times.getOrDefault("tokens only", List.of(1L)));
		System.out.printf(Locale.ROOT, "%,d bytes, medians of %d rounds, digest sum %x%n", bytes, ROUNDS, sink);
		times.forEach((name, values) -> System.out.printf(Locale.ROOT,
				"%-32s %7.1f ms  %4.2f x tokens and text  %4.2f x tokens%n", name, median(values) / 1e6,
				median(values) / text, median(values) / skimmed));
	}

	private static double median(List<Long> values) {
		return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
	}

	private static void tokens(byte[] bytes, boolean texts) {
		try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), new ByteArrayInputStream(bytes))) {
			JsonToken token = json.nextToken();
			while (token != null) {
				sink++;
				if (texts && token == JsonToken.VALUE_STRING) {
					sink += json.getString().length();
				}
				else if (texts && token == JsonToken.VALUE_NUMBER_INT) {
					sink += json.getIntValue();
				}
				else if (texts && token == JsonToken.VALUE_NUMBER_FLOAT) {
					sink += (long) json.getDoubleValue();
				}
				token = json.nextToken();
			}
		}
	}

	private static void records(Path file, boolean digests) throws IOException {
		new DatasetFile(file, Long.MAX_VALUE).look((line) -> {
			if (line.read() instanceof DatasetLine.Parsed(long number, DatasetRecord content)) {
				sink += number + (digests ? content.hash().hashCode() : content.sources().size());
			}
			return true;
		});
	}

	private static void unpack(Path file) throws IOException {
		byte[] buffer = new byte[1 << 17];
		try (InputStream bytes = new ZstdInputStream(Files.newInputStream(file))) {
			int count = bytes.read(buffer);
			while (count >= 0) {
				sink += count;
				count = bytes.read(buffer);
			}
		}
	}

	private static byte[] unpacked(Path file) throws IOException {
		try (InputStream bytes = new ZstdInputStream(Files.newInputStream(file))) {
			return bytes.readAllBytes();
		}
	}

	/** One way to look at a release. */
	private interface Work {

		void run() throws IOException;

	}

}
