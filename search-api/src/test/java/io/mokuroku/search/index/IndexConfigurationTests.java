package io.mokuroku.search.index;

import java.nio.file.Path;
import java.util.Objects;

import io.qdrant.client.grpc.Points.CountPoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

final class IndexConfigurationTests {

	@TempDir
	private Path folder;

	@Test
	void keepsTheIndexInFilesUnlessToldOtherwise() {
		contexts().run((context) -> {
			assertThat(context.getBean(RebuildableIndex.class)).isInstanceOf(LuceneGenerations.class);
			assertThat(health(context.getBean(HealthIndicator.class))).isEqualTo(Status.UP);
		});
	}

	@Test
	void keepsItInQdrantWhereThatIsWantedAndSaysWhetherItIsThere() {
		try (LoopbackQdrant server = new LoopbackQdrant()) {
			contexts()
				.withPropertyValues("mokuroku.index.kind=qdrant", "mokuroku.index.qdrant.port=" + server.port(),
						"mokuroku.index.qdrant.timeout=5s")
				.run((context) -> {
					assertThat(context.getBean(RebuildableIndex.class)).isInstanceOf(QdrantAnimeIndex.class);
					assertThat(health(context.getBean(HealthIndicator.class))).isEqualTo(Status.UP);
					server.refuse(CountPoints.class);
					assertThat(health(context.getBean(HealthIndicator.class))).isEqualTo(Status.DOWN);
				});
		}
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		contexts().withPropertyValues("mokuroku.index.kind=paper").run((context) -> assertThat(context).hasFailed());
	}

	private ApplicationContextRunner contexts() {
		return new ApplicationContextRunner()
			.withUserConfiguration(Settings.class, IndexConfiguration.InFiles.class, IndexConfiguration.InQdrant.class)
			.withPropertyValues("mokuroku.index.dir=" + this.folder);
	}

	private static Status health(HealthIndicator indicator) {
		return Objects.requireNonNull(indicator.health()).getStatus();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(IndexSettings.class)
	static class Settings {

	}

}
