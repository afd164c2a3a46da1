package io.mokuroku.search.query;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexChange;
import io.mokuroku.search.projection.IndexedAnime;

/**
 * Puts the anime of a benchmark into an index, a thousand in a commit, and tells what
 * they cost: the time by the clock, and the processor time of this process without what
 * it takes to make up the changes. What merges have left to do afterwards is not waited
 * for.
 */
final class Indexing {

	private static final int GROUP = 1_000;

	private static final int TENTHS = 10;

	private Indexing() {
	}

	static void put(AnimeIndex index, List<IndexedAnime> anime, Function<IndexedAnime, Stream<IndexChange>> changes) {
		List<Long> processor = new ArrayList<>(List.of(processorTime()));
		long start = System.nanoTime();
		for (int tenth = 1; tenth <= TENTHS; tenth++) {
			int end = (int) ((long) anime.size() * tenth / TENTHS);
			for (int from = (int) ((long) anime.size() * (tenth - 1) / TENTHS); from < end; from += GROUP) {
				index.apply(anime.subList(from, Math.min(from + GROUP, end)).stream().flatMap(changes).toList());
			}
			processor.add(processorTime());
		}
		double seconds = (System.nanoTime() - start) / 1e9;
		List<String> tenths = new ArrayList<>();
		for (int i = 1; i <= TENTHS; i++) {
			tenths.add("%.0f".formatted((processor.get(i) - processor.get(i - 1)) / 1e3 * TENTHS / anime.size()));
		}
		System.out.printf(Locale.ROOT,
				"indexed %,d in %.1f s; an anime: %.0f us of processor time, in each tenth of them %s%n", anime.size(),
				seconds, (processor.getLast() - processor.getFirst()) / 1e3 / anime.size(), String.join(" ", tenths));
	}

	private static long processorTime() {
		return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos()
				- ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

}
