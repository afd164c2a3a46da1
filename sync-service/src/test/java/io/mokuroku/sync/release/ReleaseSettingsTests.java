package io.mokuroku.sync.release;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReleaseSettingsTests {

	@Test
	void followTheNewestReleaseOfTheCommunityByDefault() {
		ReleaseSettings settings = bind(Map.of());
		assertThat(settings.repository()).isEqualTo("cedya77/anime-offline-database");
		assertThat(settings.api()).hasToString("https://api.github.com");
		assertThat(settings.tag()).isNull();
		assertThat(settings.token()).isNull();
		assertThat(settings.asset()).isEqualTo("anime-offline-database.jsonl.zst");
		assertThat(settings.localFiles()).isFalse();
		assertThat(settings.downloadTimeout()).hasMinutes(2);
		assertThat(settings.mostBytes().toGigabytes()).isEqualTo(4);
		assertThat(settings.overdueAfter()).hasDays(28);
	}

	@Test
	void takeEveryKey() {
		ReleaseSettings settings = bind(Map.of("repository", "a/b", "api", "http://localhost:1", "tag", "latest",
				"token", "t", "asset", "x.json", "local-files", "true", "download-timeout", "5s", "most-bytes", "1MB",
				"overdue-after", "7d"));
		assertThat(settings.repository()).isEqualTo("a/b");
		assertThat(settings.api()).hasToString("http://localhost:1");
		assertThat(settings.tag()).isEqualTo("latest");
		assertThat(settings.token()).isEqualTo("t");
		assertThat(settings.asset()).isEqualTo("x.json");
		assertThat(settings.localFiles()).isTrue();
		assertThat(settings.downloadTimeout()).hasSeconds(5);
		assertThat(settings.mostBytes().toMegabytes()).isEqualTo(1);
		assertThat(settings.overdueAfter()).hasDays(7);
	}

	@Test
	void refuseWhatCannotBe() {
		Map.of("repository", "b", "tag", "../x", "token", "two words", "download-timeout", "0s", "most-bytes", "0",
				"overdue-after", "1h")
			.forEach((key, value) -> assertThatExceptionOfType(BindException.class).as(key)
				.isThrownBy(() -> bind(Map.of(key, value))));
	}

	private static ReleaseSettings bind(Map<String, String> values) {
		Map<String, String> properties = new HashMap<>();
		values.forEach((key, value) -> properties.put("mokuroku.sync." + key, value));
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.sync",
				ReleaseSettings.class);
	}

}
