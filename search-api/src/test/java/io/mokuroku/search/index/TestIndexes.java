package io.mokuroku.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.mokuroku.search.projection.EmbeddingText;
import io.mokuroku.search.projection.IndexedAnime;

import org.springframework.util.FileSystemUtils;

/**
 * Indexes to test with, and what to put into them.
 */
public final class TestIndexes {

	private TestIndexes() {
	}

	/** An index in a folder that writes every change at once. */
	public static AnimeIndex open(Path folder) {
		return openFully(folder);
	}

	/** Gives back what an index holds. */
	public static void close(AnimeIndex index) {
		((LuceneAnimeIndex) index).close();
	}

	/** Puts anime into an index. */
	public static void put(AnimeIndex index, IndexedAnime... anime) {
		index.apply(Arrays.stream(anime).<IndexChange>map(IndexChange.Put::new).toList());
	}

	/** Gives an anime its vector. */
	public static void embed(AnimeIndex index, IndexedAnime anime, float... vector) {
		index.apply(List.of(new IndexChange.Embed(anime.id(), EmbeddingText.of(anime).hash(), vector)));
	}

	static LuceneAnimeIndex openFully(Path folder) {
		return new LuceneAnimeIndex(new LuceneFiles(folder), new IndexSettings(folder, Duration.ZERO, 1_000, 1));
	}

	/**
	 * Copies a folder as it lies there, which is what a crash leaves behind. A merge may
	 * take a file away meanwhile, which no crash would see; then it is copied once more.
	 */
	static Path crashed(Path folder, Path copy) {
		while (true) {
			try (Stream<Path> files = Files.list(folder)) {
				FileSystemUtils.deleteRecursively(copy);
				Files.createDirectories(copy);
				for (Path file : files.toList()) {
					Files.copy(file, copy.resolve(file.getFileName()));
				}
				return copy;
			}
			catch (NoSuchFileException _) {
				Thread.onSpinWait();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

}
