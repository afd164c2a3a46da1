package io.mokuroku.search.embed;

import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.role.OfIndexer;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The embedding model and the work it does in the background.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbedSettings.class)
class EmbedConfiguration {

	@Bean
	LoadingTextEmbedder textEmbedder() {
		return new LoadingTextEmbedder(MiniLmTextEmbedder::new);
	}

	/**
	 * Whoever answers needs the model for questions, whether it computes vectors or not.
	 */
	@Bean
	@ConditionalOnBooleanProperty(name = "mokuroku.embed.enabled", matchIfMissing = true)
	ApplicationRunner modelForQuestions(LoadingTextEmbedder embedder) {
		return (_) -> embedder.loadInBackground();
	}

	@Bean
	EmbeddingProgress embeddingProgress() {
		return new EmbeddingProgress();
	}

	@Bean
	Pace embeddingPace(EmbedSettings settings) {
		return new Pace(settings.busyShare(), settings.busyFor());
	}

	@Bean
	@OfIndexer
	@ConditionalOnBooleanProperty(name = "mokuroku.embed.enabled", matchIfMissing = true)
	EmbedPendingAnime embedPendingAnime(AnimeIndex index, LoadingTextEmbedder embedder, EmbeddingProgress progress,
			Pace pace, EmbedSettings settings) {
		return new EmbedPendingAnime(index, embedder, progress, pace, settings.batch());
	}

}
