package io.mokuroku.search.index;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class IndexSettingsTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(
				new IndexSettings(IndexSettings.Kind.LUCENE, Path.of("data/index"), Duration.ofMillis(250), 1_000, 20));
	}

	@Test
	void readsEveryKey() {
		assertThat(bind(
				Map.of("mokuroku.index.kind", "qdrant", "mokuroku.index.dir", "/srv/index", "mokuroku.index.linger",
						"10ms", "mokuroku.index.most-per-commit", "7", "mokuroku.index.concurrency", "3")))
			.isEqualTo(
					new IndexSettings(IndexSettings.Kind.QDRANT, Path.of("/srv/index"), Duration.ofMillis(10), 7, 3));
	}

	@Test
	void lingersLessThanASecond() {
		Path folder = Path.of("index");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new IndexSettings(IndexSettings.Kind.LUCENE, folder, Duration.ofSeconds(1), 1_000, 20));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new IndexSettings(IndexSettings.Kind.LUCENE, folder, Duration.ofMillis(-1), 1_000, 20));
	}

	private static IndexSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.index",
				IndexSettings.class);
	}

}
