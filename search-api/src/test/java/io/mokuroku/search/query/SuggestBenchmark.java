package io.mokuroku.search.query;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexChange;
import io.mokuroku.search.index.TestIndexes;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.quality.ReleaseEntries;
import io.mokuroku.testing.LargerRelease;

import org.springframework.util.FileSystemUtils;

/**
 * Measures how long a completion takes while 200 a second are asked for, on a release and
 * on a release made several times as large by titles of mixed words. Arguments: the
 * release, and how many times as large it shall be.
 */
final class SuggestBenchmark {

	private static final int PER_SECOND = 200;

	private static final int WARM_UP = 1_000;

	private static final int QUESTIONS = 3_000;

	private SuggestBenchmark() {
	}

	public static void main(String[] arguments) throws Exception {
		Path folder = Files.createTempDirectory("suggest-");
		Path release = folder.resolve("release.jsonl.zst");
		LargerRelease.write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), release);
		List<IndexedAnime> anime = ReleaseEntries.read(release, null);
		AnimeIndex index = TestIndexes.open(folder.resolve("index"));
		try {
			Indexing.put(index, anime, (each) -> Stream.of(new IndexChange.Put(each)));
			measure(index, anime, index.counts().documents());
		}
		finally {
			TestIndexes.close(index);
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	private static void measure(AnimeIndex index, List<IndexedAnime> anime, int documents) {
		SuggestTitles suggest = new SuggestTitles(index);
		Random random = new Random(2);
		double[] millis = new double[QUESTIONS];
		long next = System.nanoTime();
		for (int i = -WARM_UP; i < QUESTIONS; i++) {
			List<String> titles = anime.get(random.nextInt(anime.size())).titles().all();
			String title = titles.get(random.nextInt(titles.size()));
			String typed = title.substring(0, Math.min(title.length(), 1 + random.nextInt(12)));
			while (i >= 0 && System.nanoTime() < next) {
				LockSupport.parkNanos(next - System.nanoTime());
			}
			long due = (i >= 0) ? next : System.nanoTime();
			suggest.complete(typed, 10);
			if (i >= 0) {
				millis[i] = (System.nanoTime() - due) / 1e6;
			}
			next = Math.max(next, due) + TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
		}
		Arrays.sort(millis);
		System.out.printf(Locale.ROOT, "%,d anime, %d a second: p50 %.2f ms, p99 %.2f ms, worst %.1f ms%n", documents,
				PER_SECOND, millis[QUESTIONS / 2], millis[QUESTIONS * 99 / 100], millis[QUESTIONS - 1]);
	}

}
