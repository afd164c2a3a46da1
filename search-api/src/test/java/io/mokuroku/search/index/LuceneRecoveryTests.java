package io.mokuroku.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.mokuroku.message.RetryableFailure;
import io.mokuroku.search.Shows;
import io.mokuroku.search.projection.AnimeProjection;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.mokuroku.search.Shows.aShow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is left of an index after its process ended, well or badly.
 */
final class LuceneRecoveryTests {

	private final IndexedAnime monster = AnimeProjection.of(Shows.anEntry(19, "Monster"), "trace-1");

	@TempDir
	private Path parent;

	@Test
	void knowsEverythingAgainAfterARestart() {
		try (LuceneAnimeIndex index = TestIndexes.openFully(folder())) {
			TestIndexes.put(index, this.monster, aShow(20, "Naruto"));
			TestIndexes.embed(index, this.monster, 1, 0);
		}
		try (LuceneAnimeIndex index = TestIndexes.openFully(folder())) {
			assertThat(index.counts()).isEqualTo(new IndexCounts(2, 2, 1, 1, "trace-1"));
			assertThat(named(index, "monster")).containsExactly("Monster");
			assertThat(index.nearest(new float[] { 1, 0 }, AnimeFilter.NONE, 5)).hasSize(1);
			TestIndexes.put(index, this.monster);
			assertThat(index.counts().withVector()).as("nothing is new").isEqualTo(1);
		}
	}

	@Test
	void losesNothingThatWasAppliedBeforeACrash() {
		try (LuceneAnimeIndex index = TestIndexes.openFully(folder())) {
			for (int i = 1; i <= 30; i++) {
				TestIndexes.put(index, aShow(i, "Show " + i));
				Path copy = TestIndexes.crashed(folder(), this.parent.resolve("crash-" + i));
				if (i % 10 == 0) {
					try (LuceneAnimeIndex after = TestIndexes.openFully(copy)) {
						assertThat(after.counts().documents()).isEqualTo(i);
						TestIndexes.put(after, aShow(100 + i, "After the crash"));
						assertThat(named(after, "after the crash")).hasSize(1);
					}
				}
			}
		}
	}

	@Test
	void takesNoNoticeOfFilesThatWereNeverCommitted() throws IOException {
		Path copy;
		try (LuceneAnimeIndex index = TestIndexes.openFully(folder())) {
			TestIndexes.put(index, this.monster);
			copy = TestIndexes.crashed(folder(), this.parent.resolve("crash"));
		}
		Files.writeString(copy.resolve("_zz.fdt"), "half a file");
		Files.writeString(copy.resolve("pending_segments_zz"), "half a commit");
		try (LuceneAnimeIndex index = TestIndexes.openFully(copy)) {
			assertThat(named(index, "monster")).containsExactly("Monster");
		}
	}

	@Test
	void doesNotShareAFolder() {
		try (LuceneAnimeIndex first = TestIndexes.openFully(folder())) {
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> TestIndexes.openFully(folder()))
				.withMessageContaining(folder().toString())
				.havingCause()
				.withMessage("another process writes it");
			TestIndexes.put(first, this.monster);
			assertThat(named(first, "monster")).hasSize(1);
		}
	}

	@Test
	void saysWhichFolderIsDamagedAndStartsAnewOnceItIsEmptied() throws IOException {
		for (Predicate<String> damaged : List.<Predicate<String>>of((name) -> name.startsWith("segments_"),
				(name) -> name.endsWith(".si"), (name) -> name.endsWith(".cfe") || name.endsWith(".fdm"))) {
			Path damagedFolder = this.parent.resolve("damaged");
			try (LuceneAnimeIndex index = TestIndexes.openFully(damagedFolder)) {
				TestIndexes.put(index, this.monster);
			}
			files(damagedFolder).filter((file) -> damaged.test(file.getFileName().toString()))
				.forEach(LuceneRecoveryTests::truncate);
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> TestIndexes.openFully(damagedFolder))
				.withMessageContaining(damagedFolder.toString());
			files(damagedFolder).forEach(LuceneRecoveryTests::delete);
			try (LuceneAnimeIndex index = TestIndexes.openFully(damagedFolder)) {
				assertThat(index.counts().documents()).isZero();
			}
		}
	}

	@Test
	void saysWhenTheFolderIsAFile() throws IOException {
		Path file = Files.writeString(this.parent.resolve("file"), "not a folder");
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> TestIndexes.openFully(file))
			.withMessageContaining(file.toString());
	}

	@Test
	void takesNothingOnceItIsClosed() {
		LuceneAnimeIndex index = TestIndexes.openFully(folder());
		assertThat(index.isWritable()).isTrue();
		index.close();
		assertThat(index.isWritable()).isFalse();
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> TestIndexes.put(index, this.monster));
	}

	private Path folder() {
		return this.parent.resolve("index");
	}

	private static List<String> named(AnimeIndex index, String query) {
		return index.named(FoldedTitle.of(query), AnimeFilter.NONE, 10)
			.stream()
			.map((hit) -> hit.anime().titles().main())
			.toList();
	}

	private static Stream<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList().stream();
		}
	}

	private static void truncate(Path file) {
		try {
			byte[] bytes = Files.readAllBytes(file);
			Files.write(file, Arrays.copyOf(bytes, bytes.length / 2), StandardOpenOption.TRUNCATE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path file) {
		try {
			Files.delete(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
