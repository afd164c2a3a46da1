package io.mokuroku.search.embed;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.boot.DefaultApplicationArguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

final class LoadingTextEmbedderTests {

	@Test
	void isThereOnceSomebodyHasLoadedIt() {
		AtomicInteger loads = new AtomicInteger();
		LoadingTextEmbedder embedder = new LoadingTextEmbedder(() -> {
			loads.incrementAndGet();
			return new TestEmbedders.Words();
		});
		assertThat(embedder.find()).isEmpty();
		TextEmbedder loaded = embedder.load();
		assertThat(embedder.find()).hasValue(loaded);
		assertThat(embedder.load()).isSameAs(loaded);
		assertThat(loads).hasValue(1);
	}

	@Test
	void givesItsModelBack() {
		AtomicInteger closed = new AtomicInteger();
		LoadingTextEmbedder embedder = TestEmbedders.loaded(new TextEmbedder() {

			@Override
			public float[] embed(String text) {
				return new float[] { 1 };
			}

			@Override
			public void close() {
				closed.incrementAndGet();
			}

		});
		embedder.close();
		embedder.close();
		assertThat(closed).hasValue(1);
		assertThat(embedder.find()).isEmpty();
	}

	@Test
	void isThereForAnInstanceThatOnlyAnswers() throws Exception {
		LoadingTextEmbedder embedder = new LoadingTextEmbedder(TestEmbedders.Words::new);
		new EmbedConfiguration().modelForQuestions(embedder).run(new DefaultApplicationArguments());
		await().untilAsserted(() -> assertThat(embedder.find()).isPresent());
	}

	@Test
	void staysAwayWhenItCannotBeLoaded() {
		LoadingTextEmbedder embedder = TestEmbedders.notLoaded();
		assertThatIllegalStateException().isThrownBy(embedder::load);
		assertThat(embedder.find()).isEmpty();
	}

}
