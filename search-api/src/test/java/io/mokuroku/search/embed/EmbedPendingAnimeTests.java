package io.mokuroku.search.embed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.TestIndexes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.mokuroku.search.Shows.aShow;
import static io.mokuroku.search.Shows.known;
import static io.mokuroku.search.Shows.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

final class EmbedPendingAnimeTests {

	private final TestEmbedders.Words embedder = new TestEmbedders.Words();

	private final EmbeddingProgress progress = new EmbeddingProgress();

	@TempDir
	private Path folder;

	private AnimeIndex index;

	@BeforeEach
	void open() {
		this.index = TestIndexes.open(this.folder);
		TestIndexes.put(this.index, known(1, aShow(1, "Alpha")), known(9, aShow(2, "Beta")),
				known(5, aShow(3, "Gamma")));
	}

	@AfterEach
	void close() {
		TestIndexes.close(this.index);
	}

	@Test
	void takesTheBestKnownFirst() {
		assertThat(embedding(2).embedBatch()).isEqualTo(2);
		assertThat(asked()).containsExactly("beta", "gamma");
		assertThat(this.index.counts().withVector()).isEqualTo(2);
		assertThat(this.progress.rate()).isPresent();
	}

	@Test
	void goesOnAfterARestartWhereItStopped() {
		embedding(2).embedBatch();
		TestIndexes.close(this.index);
		this.index = TestIndexes.open(this.folder);
		assertThat(embedding(10).embedBatch()).isEqualTo(1);
		assertThat(embedding(10).embedBatch()).isZero();
		assertThat(asked()).containsExactly("beta", "gamma", "alpha");
		assertThat(this.index.counts().pending()).isZero();
	}

	@Test
	void computesNothingAnewWhileTheTextStays() {
		embedding(10).embedBatch();
		TestIndexes.put(this.index, version(2, aShow(1, "Alpha", (change) -> change.episodes = 74)));
		assertThat(embedding(10).embedBatch()).isZero();
		TestIndexes.put(this.index, version(3, aShow(1, "Alpha", (change) -> change.synopsis = "Retold.")));
		assertThat(embedding(10).embedBatch()).isEqualTo(1);
		assertThat(asked()).hasSize(4);
	}

	@Test
	void keepsWhatItComputedBeforeTheModelFailed() {
		this.embedder.failFor((text) -> !text.startsWith("Beta"));
		assertThatIllegalStateException().isThrownBy(() -> embedding(10).embedBatch());
		assertThat(this.index.counts().withVector()).isEqualTo(1);
		this.embedder.failFor((_) -> false);
		assertThat(embedding(10).embedBatch()).isEqualTo(2);
		assertThat(asked()).as("nothing twice").containsExactly("beta", "gamma", "alpha");
	}

	@Test
	void doesNotKeepAVectorOfATextThatChangedMeanwhile() {
		TextEmbedder slow = (text) -> {
			TestIndexes.put(this.index,
					version(2, known(9, aShow(2, "Beta", (change) -> change.synopsis = "Retold."))));
			return this.embedder.embed(text);
		};
		new EmbedPendingAnime(this.index, TestEmbedders.loaded(slow), this.progress, TestEmbedders.restless(), 1)
			.embedBatch();
		assertThat(this.index.counts().withVector()).isZero();
		assertThat(embedding(10).embedBatch()).isEqualTo(3);
		assertThat(this.index.counts().pending()).isZero();
	}

	@Test
	void worksInTheBackgroundAndWakesWhenSomethingComes() {
		EmbedPendingAnime background = embedding(2);
		background.start();
		try {
			await().until(() -> this.index.counts().pending() == 0);
			TestIndexes.put(this.index, aShow(4, "Delta"));
			await().until(() -> this.index.counts().pending() == 0);
			await().until(() -> this.progress.rate().isEmpty());
			assertThat(asked()).hasSize(4);
		}
		finally {
			background.stop();
		}
		assertThat(background.isRunning()).isFalse();
		TestIndexes.put(this.index, aShow(5, "Epsilon"));
		assertThat(this.index.counts().pending()).isEqualTo(1);
	}

	@Test
	void setsATextAsideThatTheModelCannotRead() {
		this.embedder.failFor((text) -> text.contains("Alpha"));
		EmbedPendingAnime embedding = embedding(1);
		for (int i = 0; i < 4; i++) {
			embedding.embedBatch();
		}
		assertThat(this.index.counts().pending()).as("the others have theirs").isEqualTo(1);
		assertThat(embedding.embedBatch()).as("there is nothing left to do").isZero();
		this.embedder.failFor((_) -> false);
		TestIndexes.put(this.index, version(8, aShow(1, "Alpha", (change) -> change.synopsis = "Told otherwise.")));
		embedding.embedBatch();
		assertThat(this.index.counts().pending()).isZero();
	}

	@Test
	void triesAgainAfterAFailure() {
		this.embedder.failFor((_) -> true);
		EmbedPendingAnime background = embedding(10);
		background.start();
		try {
			TestIndexes.put(this.index, aShow(4, "Delta"));
			this.embedder.failFor((_) -> false);
			TestIndexes.put(this.index, aShow(5, "Epsilon"));
			await().atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(this.index.counts().pending()).isZero());
		}
		finally {
			background.stop();
		}
	}

	@Test
	void leavesSearchWithoutVectorsWhereTheModelCannotBeLoaded() {
		EmbedPendingAnime background = new EmbedPendingAnime(this.index, TestEmbedders.notLoaded(), this.progress,
				TestEmbedders.restless(), 10);
		background.start();
		background.stop();
		assertThat(this.index.counts().pending()).isEqualTo(3);
	}

	private EmbedPendingAnime embedding(int batch) {
		return new EmbedPendingAnime(this.index, TestEmbedders.loaded(this.embedder), this.progress,
				TestEmbedders.restless(), batch);
	}

	private List<String> asked() {
		return this.embedder.asked()
			.stream()
			.map((text) -> text.substring(0, text.indexOf('.')).toLowerCase(Locale.ROOT))
			.toList();
	}

}
