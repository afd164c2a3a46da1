package io.mokuroku.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.search.index.RebuildableIndex.NextGeneration;
import io.mokuroku.search.projection.AnimeProjection;
import io.mokuroku.search.projection.EmbeddingText;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LuceneGenerationsTests {

	private static final int SHOWS = 120;

	@TempDir
	private Path parent;

	@Test
	void answersEverySearchFromOneWholeGenerationDuringARebuild() throws Exception {
		try (LuceneGenerations index = open("index"); ExecutorService pool = Executors.newFixedThreadPool(2)) {
			for (int i = 0; i < SHOWS; i++) {
				index.apply(List.of(put(entry(i, 1))));
			}
			index.apply(IntStream.range(0, SHOWS).mapToObj((i) -> vector(entry(i, 1), i)).toList());
			AtomicBoolean searching = new AtomicBoolean(true);
			AtomicInteger answers = new AtomicInteger();
			List<Future<?>> searches = Stream.generate(() -> pool.submit(() -> {
				while (searching.get()) {
					assertThat(index.counts().documents()).isEqualTo(SHOWS);
					assertThat(index.named(FoldedTitle.of("Show 7"), AnimeFilter.NONE, 1)).hasSize(1);
					assertThat(index.nearest(direction(7), AnimeFilter.NONE, 1).getFirst().anime().titles().main())
						.isEqualTo("Show 7");
					answers.incrementAndGet();
				}
			})).<Future<?>>map((future) -> future).limit(2).toList();
			for (int rebuild = 0; rebuild < 3; rebuild++) {
				rebuild(index, rebuild + 2);
			}
			searching.set(false);
			for (Future<?> search : searches) {
				search.get();
			}
			assertThat(answers).hasPositiveValue();
			assertThat(index.counts()).isEqualTo(new IndexCounts(SHOWS, SHOWS, SHOWS, 0, null));
			assertThat(version(index, "Show 5")).isEqualTo(4);
		}
	}

	/** Builds from what was there at first, while one anime changes. */
	private static void rebuild(LuceneGenerations index, int version) {
		try (NextGeneration next = index.begin()) {
			for (int from = 0; from < SHOWS; from += 40) {
				next.add(IntStream.range(from, from + 40).mapToObj((i) -> put(entry(i, 1))).toList());
				index.apply(List.of(put(entry(5, version))));
			}
			next.takeOver();
		}
	}

	@Test
	void goesBackToOlderVersionsAndForgetsWhatIsNotInTheCatalogue() {
		try (LuceneGenerations index = open("index")) {
			index.apply(List.of(put(entry(1, 9)), put(entry(2, 1))));
			index.apply(List.of(put(entry(1, 3))));
			assertThat(version(index, "Show 1")).as("one by one the index does not go back").isEqualTo(9);
			try (NextGeneration next = index.begin()) {
				next.add(List.of(put(entry(1, 3)), put(entry(2, 1))));
				next.add(List.of(new IndexChange.Forget(entry(2, 1).id())));
				next.takeOver();
			}
			assertThat(version(index, "Show 1")).isEqualTo(3);
			assertThat(index.counts().documents()).isEqualTo(1);
		}
		try (LuceneGenerations again = open("index")) {
			assertThat(version(again, "Show 1")).isEqualTo(3);
		}
	}

	@Test
	void computesAVectorAnewOnlyWhereTheTextIsAnother() {
		try (LuceneGenerations index = open("index")) {
			index.apply(List.of(put(entry(1, 1)), put(entry(2, 1))));
			index.apply(List.of(vector(entry(1, 1), 1), vector(entry(2, 1), 2)));
			AnimeEntry other = entry(2, 2).with((change) -> change.synopsis = "Something else");
			try (NextGeneration next = index.begin()) {
				next.add(List.of(put(entry(1, 1)), put(other)));
				next.takeOver();
			}
			assertThat(index.withoutVector(5)).extracting((anime) -> anime.titles().main()).containsExactly("Show 2");
		}
	}

	@Test
	void keepsTheOldGenerationWhereARebuildIsGivenUp() {
		try (LuceneGenerations index = open("index")) {
			index.apply(List.of(put(entry(1, 1))));
			try (NextGeneration next = index.begin()) {
				next.add(List.of(put(entry(2, 1))));
				assertThatIllegalStateException().isThrownBy(index::begin);
			}
			assertThat(version(index, "Show 1")).isEqualTo(1);
			assertThat(index.counts().documents()).isEqualTo(1);
			assertThat(this.parent.resolve("index/generation-2")).doesNotExist();
			index.begin().close();
		}
	}

	@Test
	void answersFromTheOldGenerationAfterACrashAndRemovesTheUnfinished() throws IOException {
		try (LuceneGenerations index = open("index")) {
			index.apply(List.of(put(entry(1, 1))));
			NextGeneration next = index.begin();
			next.add(List.of(put(entry(2, 1))));
			copy(this.parent.resolve("index"), this.parent.resolve("crashed"));
		}
		assertThat(this.parent.resolve("crashed/generation-2")).exists();
		try (LuceneGenerations after = open("crashed")) {
			assertThat(version(after, "Show 1")).isEqualTo(1);
			assertThat(after.counts().documents()).isEqualTo(1);
			assertThat(this.parent.resolve("crashed/generation-2")).doesNotExist();
		}
	}

	@Test
	void answersFromTheNewGenerationAfterACrashThatLeftTheOld() throws IOException {
		GenerationFolders folders = new GenerationFolders(this.parent);
		Path first = folders.open();
		Path second = folders.after(first);
		Files.createDirectories(second);
		folders.use(second);
		assertThat(new GenerationFolders(this.parent).open()).isEqualTo(second);
		assertThat(first).doesNotExist();
	}

	@Test
	void putsAwayWhatHasAnotherFormUntilItIsRebuilt() throws IOException {
		try (LuceneGenerations index = open("index")) {
			index.apply(List.of(put(entry(1, 1))));
			assertThat(index.outdated()).isFalse();
		}
		Files.writeString(this.parent.resolve("index/form"), "1");
		try (LuceneGenerations index = open("index")) {
			assertThat(index.outdated()).isTrue();
			index.apply(List.of(put(entry(2, 1))));
			assertThat(index.counts().documents()).isEqualTo(1);
		}
		try (LuceneGenerations index = open("index")) {
			assertThat(index.outdated()).as("nothing was rebuilt before the restart").isTrue();
			try (NextGeneration next = index.begin()) {
				next.add(List.of(put(entry(1, 1)), put(entry(2, 1))));
				next.takeOver();
			}
			assertThat(index.outdated()).isFalse();
		}
		try (LuceneGenerations index = open("index")) {
			assertThat(index.outdated()).isFalse();
			assertThat(index.counts().documents()).isEqualTo(2);
		}
	}

	@Test
	void takesAGenerationIntoUseInOneStep() throws IOException {
		try (LuceneGenerations index = open("index")) {
			index.apply(List.of(put(entry(1, 1))));
			Files.createDirectory(this.parent.resolve("index/form.new"));
			try (NextGeneration next = index.begin()) {
				next.add(List.of(put(entry(1, 1)), put(entry(2, 1))));
				next.takeOver();
			}
		}
		try (LuceneGenerations again = open("index")) {
			assertThat(again.counts().documents()).as("the form did not have to be written").isEqualTo(2);
		}
	}

	@Test
	void answersEveryQuestionOfOneReadingFromTheSameState() {
		try (LuceneGenerations index = open("index")) {
			index.apply(List.of(put(entry(1, 1))));
			index.reading((view) -> {
				index.apply(List.of(put(entry(1, 2)), put(entry(2, 1))));
				assertThat(view.named(FoldedTitle.of("Show 1"), AnimeFilter.NONE, 10)).singleElement()
					.satisfies((hit) -> assertThat(hit.anime().version()).isEqualTo(1));
				return view;
			});
			assertThat(version(index, "Show 1")).isEqualTo(2);
		}
	}

	private LuceneGenerations open(String name) {
		return new LuceneGenerations(settings(this.parent.resolve(name)));
	}

	private static IndexSettings settings(Path folder) {
		return new IndexSettings(IndexSettings.Kind.LUCENE, folder, Duration.ZERO, 1_000, 1);
	}

	private static long version(LuceneGenerations index, String title) {
		return index.named(FoldedTitle.of(title), AnimeFilter.NONE, 1).getFirst().anime().version();
	}

	private static AnimeEntry entry(int number, int version) {
		AnimeEntry entry = Entries.aDraft("Show " + number, "MYANIMELIST#" + (number + 1));
		for (int i = 1; i < version; i++) {
			entry = entry.with((change) -> change.revision = change.revision.next(Entries.CREATED, null));
		}
		return entry;
	}

	private static IndexChange put(AnimeEntry entry) {
		return IndexChange.of(entry, null);
	}

	private static IndexChange vector(AnimeEntry entry, int number) {
		IndexedAnime anime = AnimeProjection.of(entry, null);
		return new IndexChange.Embed(anime.id(), EmbeddingText.of(anime).hash(), direction(number));
	}

	private static float[] direction(int number) {
		double angle = number * Math.PI / SHOWS;
		return new float[] { (float) Math.cos(angle), (float) Math.sin(angle) };
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) {
				Files.copy(file, to.resolve(from.relativize(file)));
			}
		}
	}

}
