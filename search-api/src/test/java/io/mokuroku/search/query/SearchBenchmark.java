package io.mokuroku.search.query;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.mokuroku.search.embed.LoadingTextEmbedder;
import io.mokuroku.search.embed.TestEmbedders;
import io.mokuroku.search.embed.TextEmbedder;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexChange;
import io.mokuroku.search.index.TestIndexes;
import io.mokuroku.search.projection.EmbeddingText;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.quality.ReleaseEntries;
import io.mokuroku.search.title.FoldedTitle;
import io.mokuroku.testing.LargerRelease;

import org.springframework.util.FileSystemUtils;

/**
 * Measures a search by title, words and meaning against what it is made of, and how long
 * searches take while others are under way. No question is asked twice. Vectors of anime
 * are made from their words at no cost; questions are read by the model all the same.
 * Arguments: a release, a file of synopses, how many times as large the release shall be,
 * and how many questions to ask.
 */
final class SearchBenchmark {

	private static final int WORDS = 6;

	private static final int DEPTH = 50;

	private static final double LOAD = 0.7;

	private final AnimeIndex index;

	private final TextEmbedder model;

	private final SearchAnime search;

	private final Questions questions;

	private SearchBenchmark(AnimeIndex index, LoadingTextEmbedder embedder, Questions questions) {
		this.index = index;
		this.model = new Costly(embedder.find().orElseThrow());
		this.search = new SearchAnime(index, new Meaning(TestEmbedders.loaded(this.model)), TestEmbedders.restless());
		this.questions = questions;
	}

	public static void main(String[] arguments) throws Exception {
		Path folder = Files.createTempDirectory("search-benchmark-");
		Path release = folder.resolve("release.jsonl.zst");
		Path synopses = folder.resolve("synopses.jsonl.zst");
		LargerRelease.write(Path.of(arguments[0]), Integer.parseInt(arguments[2]), release);
		LargerRelease.write(Path.of(arguments[1]), Integer.parseInt(arguments[2]), synopses);
		List<IndexedAnime> anime = ReleaseEntries.read(release, synopses);
		AnimeIndex index = TestIndexes.open(folder.resolve("index"));
		LoadingTextEmbedder embedder = TestEmbedders.model();
		try {
			Indexing.put(index, anime, SearchBenchmark::changes);
			System.out.println(index.counts());
			SearchBenchmark benchmark = new SearchBenchmark(index, embedder, new Questions(anime, new Random(3)));
			int number = Integer.parseInt(arguments[3]);
			benchmark.compare(number / 5);
			benchmark.compare(number);
			benchmark.load(number);
		}
		finally {
			TestIndexes.close(index);
			embedder.close();
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	/**
	 * One after the other, in turns, so that whatever else the machine does meets both.
	 */
	private void compare(int number) {
		double[] whole = new double[number];
		double[] parts = new double[number];
		for (int i = 0; i < number; i++) {
			whole[i] = millis(() -> this.search.find(this.questions.next(), AnimeFilter.NONE, 10));
			parts[i] = millis(() -> parts(this.questions.next()));
		}
		System.out.printf(Locale.ROOT, "alone: search %s; embedding and three queries %s; ratio of medians %.2f%n",
				written(whole), written(parts), quantile(whole, 0.5) / quantile(parts, 0.5));
	}

	private void parts(String question) {
		float[] vector = this.model.embed(question);
		this.index.named(FoldedTitle.of(question), AnimeFilter.NONE, DEPTH);
		this.index.about(question, AnimeFilter.NONE, DEPTH);
		this.index.nearest(vector, AnimeFilter.NONE, DEPTH);
	}

	/** As many workers as processors; questions come by chance, and wait for a worker. */
	private void load(int number) throws Exception {
		int workers = Runtime.getRuntime().availableProcessors();
		try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
			double seconds = millis(() -> saturate(pool, workers, number)) / 1e3;
			double perSecond = LOAD * number / seconds;
			Random chance = new Random(4);
			List<Future<Double>> answers = new ArrayList<>();
			long due = System.nanoTime();
			for (int i = 0; i < number; i++) {
				due += (long) (-Math.log(1 - chance.nextDouble()) / perSecond * 1e9);
				while (System.nanoTime() < due) {
					LockSupport.parkNanos(due - System.nanoTime());
				}
				long asked = due;
				String question = this.questions.next();
				answers.add(pool.submit(() -> {
					this.search.find(question, AnimeFilter.NONE, 10);
					return (System.nanoTime() - asked) / 1e6;
				}));
			}
			double[] took = new double[number];
			for (int i = 0; i < number; i++) {
				took[i] = answers.get(i).get();
			}
			System.out.printf(Locale.ROOT, "%.0f a second at most; at %.0f a second: %s; p99 is %.1f medians%n",
					perSecond / LOAD, perSecond, written(took), quantile(took, 0.99) / quantile(took, 0.5));
		}
	}

	private void saturate(ExecutorService pool, int workers, int number) {
		AtomicInteger left = new AtomicInteger(number);
		List<Future<?>> all = new ArrayList<>();
		for (int worker = 0; worker < workers; worker++) {
			all.add(pool.submit(() -> {
				while (left.getAndDecrement() > 0) {
					this.search.find(this.questions.next(), AnimeFilter.NONE, 10);
				}
			}));
		}
		for (Future<?> each : all) {
			try {
				each.get();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	private static double millis(Runnable work) {
		long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e6;
	}

	private static double quantile(double[] millis, double share) {
		double[] sorted = millis.clone();
		Arrays.sort(sorted);
		return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
	}

	private static String written(double[] millis) {
		return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", quantile(millis, 0.5), quantile(millis, 0.99));
	}

	private static Stream<IndexChange> changes(IndexedAnime anime) {
		EmbeddingText text = EmbeddingText.of(anime);
		return Stream.of(new IndexChange.Put(anime),
				new IndexChange.Embed(anime.id(), text.hash(), Costly.direction(text.text())));
	}

	/** Some words of a synopsis in a row. */
	private static final class Questions {

		private final List<String[]> texts;

		private final Random random;

		Questions(List<IndexedAnime> anime, Random random) {
			this.texts = anime.stream()
				.map(IndexedAnime::synopsis)
				.filter(Objects::nonNull)
				.map((synopsis) -> synopsis.split("\\W+"))
				.filter((words) -> words.length > 2 * WORDS)
				.toList();
			this.random = random;
		}

		synchronized String next() {
			String[] words = this.texts.get(this.random.nextInt(this.texts.size()));
			int from = this.random.nextInt(words.length - WORDS);
			return String.join(" ", Arrays.copyOfRange(words, from, from + WORDS));
		}

	}

	/**
	 * Takes as long as the model, and gives directions in which texts with the same words
	 * are near each other.
	 *
	 * @param model the model
	 */
	private record Costly(TextEmbedder model) implements TextEmbedder {

		private static final int DIMENSIONS = 384;

		@Override
		public float[] embed(String text) {
			if (this.model.embed(text).length != DIMENSIONS) {
				throw new IllegalStateException("Another model");
			}
			return direction(text);
		}

		static float[] direction(String text) {
			float[] vector = new float[DIMENSIONS];
			for (String word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
				if (word.length() > 3) {
					Random random = new Random(word.hashCode());
					for (int i = 0; i < DIMENSIONS; i++) {
						vector[i] += (float) random.nextGaussian();
					}
				}
			}
			vector[0] += 0.001f;
			double squares = 0;
			for (float value : vector) {
				squares += value * value;
			}
			for (int i = 0; i < DIMENSIONS; i++) {
				vector[i] /= (float) Math.sqrt(squares);
			}
			return vector;
		}

	}

}
