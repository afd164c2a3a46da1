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
import io.qdrant.client.QdrantClient;

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
		if (index instanceof QdrantAnimeIndex shared) {
			shared.close();
		}
		else {
			((LuceneAnimeIndex) index).close();
		}
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
		return new LuceneAnimeIndex(new LuceneFiles(folder),
				new IndexSettings(IndexSettings.Kind.LUCENE, folder, Duration.ZERO, 1_000, 1));
	}

	static QdrantAnimeIndex openQdrant(String host, int port) {
		QdrantSettings qdrant = qdrant(host, port);
		return new QdrantAnimeIndex(QdrantCalls.client(qdrant), qdrant,
				new IndexSettings(IndexSettings.Kind.QDRANT, Path.of("unused"), Duration.ZERO, 1_000, 1));
	}

	/** Removes what {@link #openQdrant} may have left. */
	static void wipeQdrant(String host, int port) {
		try (QdrantClient client = QdrantCalls.client(qdrant(host, port))) {
			for (String collection : QdrantCalls.answer(client.listCollectionsAsync())) {
				if (collection.startsWith("anime_v3_contract_")) {
					QdrantCalls.answer(client.deleteCollectionAsync(collection));
				}
			}
		}
	}

	private static QdrantSettings qdrant(String host, int port) {
		return qdrant(host, port, "contract", 2);
	}

	static QdrantSettings qdrant(String host, int port, String model, int dimension) {
		return new QdrantSettings(host, port, false, null, "contract", model, dimension, Duration.ofSeconds(10));
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
