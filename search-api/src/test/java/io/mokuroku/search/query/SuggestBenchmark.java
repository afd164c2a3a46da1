package io.mokuroku.search.query;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.mokuroku.catalogue.Titles;
import io.mokuroku.search.Shows;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.TestIndexes;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.quality.ReleaseEntries;

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

	private static final int GROUP = 1_000;

	private SuggestBenchmark() {
	}

	public static void main(String[] arguments) throws Exception {
		List<IndexedAnime> anime = ReleaseEntries.read(Path.of(arguments[0]), null);
		int times = Integer.parseInt(arguments[1]);
		Path folder = Files.createTempDirectory("suggest-");
		AnimeIndex index = TestIndexes.open(folder);
		try {
			put(index, anime);
			Random random = new Random(1);
			for (int copy = 1; copy < times; copy++) {
				put(index, generated(anime, copy, random));
			}
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

	private static void put(AnimeIndex index, List<IndexedAnime> anime) {
		for (int from = 0; from < anime.size(); from += GROUP) {
			int to = Math.min(from + GROUP, anime.size());
			TestIndexes.put(index, anime.subList(from, to).toArray(IndexedAnime[]::new));
		}
	}

	/** As many titles an anime as the real one has, each of words of two real ones. */
	private static List<IndexedAnime> generated(List<IndexedAnime> anime, int copy, Random random) {
		List<IndexedAnime> generated = new ArrayList<>(anime.size());
		for (int i = 0; i < anime.size(); i++) {
			int number = copy * 1_000_000 + i + 1;
			List<String> names = anime.get(i)
				.titles()
				.all()
				.stream()
				.map((title) -> mixed(title, anime, random))
				.toList();
			generated.add(Shows.known(10 * random.nextDouble(), Shows.aShow(number, "Show " + number,
					(change) -> change.titles = new Titles(names.getFirst(), null, null, names))));
		}
		return generated;
	}

	private static String mixed(String title, List<IndexedAnime> anime, Random random) {
		String other = anime.get(random.nextInt(anime.size())).titles().main();
		int half = title.codePointCount(0, title.length()) / 2;
		return title.substring(0, title.offsetByCodePoints(0, half)) + other;
	}

}
