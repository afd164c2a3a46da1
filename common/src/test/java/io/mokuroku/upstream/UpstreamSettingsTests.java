package io.mokuroku.upstream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.upstream.budget.Limits;
import io.mokuroku.upstream.budget.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UpstreamSettingsTests {

	@Test
	void askNobodyByDefault() {
		UpstreamSettings settings = bind(Map.of());
		assertThat(List.of(settings.jikan(), settings.kitsu(), settings.mal(), settings.anilist(),
				settings.animeschedule(), settings.anidb()))
			.allSatisfy((site) -> {
				assertThat(site.baseUrl()).isNull();
				assertThat(site.enabled()).isTrue();
				assertThat(site.token()).isNull();
				assertThat(site.client()).isNull();
				assertThat(site.clientVersion()).isEqualTo(1);
			});
		assertThat(settings.connectTimeout()).hasSeconds(2);
		assertThat(settings.readTimeout()).hasSeconds(15);
		assertThat(settings.totalTimeout()).hasSeconds(30);
		assertThat(settings.largestAnswer().toMegabytes()).isEqualTo(16);
		assertThat(settings.userAgent()).isEqualTo("Mokuroku/0.1");
		assertThat(settings.homepage()).isNull();
		assertThat(settings.rawBucket()).isEqualTo("mokuroku-upstream");
	}

	@Test
	void keepToWhatProvidersPublishByDefault() {
		UpstreamSettings settings = bind(Map.of());
		Duration minute = Duration.ofMinutes(1);
		Duration day = Duration.ofDays(1);
		Duration second = Duration.ofSeconds(1);
		assertThat(settings.rules("jikan").limits()).isEqualTo(new Limits(
				List.of(new Window(3, second), new Window(60, minute), new Window(40_000, day)), 3, Duration.ZERO));
		assertThat(settings.rules("mal").limits()).isEqualTo(new Limits(List.of(), 1, second));
		assertThat(settings.rules("anilist").limits())
			.isEqualTo(new Limits(List.of(new Window(30, minute)), 1, Duration.ofMillis(700)));
		assertThat(settings.rules("kitsu").limits()).isEqualTo(new Limits(List.of(), 2, second));
		assertThat(settings.rules("animeschedule").limits())
			.isEqualTo(new Limits(List.of(new Window(120, minute)), 4, Duration.ZERO));
		assertThat(settings.rules("anidb").limits())
			.isEqualTo(new Limits(List.of(new Window(150, day)), 1, Duration.ofSeconds(4)));
	}

	@Test
	void useAnswersTheLongerTheLessTheyChangeByDefault() {
		SiteRules rules = bind(Map.of()).rules("jikan");
		assertThat(rules.freshness().airing()).hasHours(6);
		assertThat(rules.freshness().upcoming()).hasDays(1);
		assertThat(rules.freshness().recent()).hasDays(3);
		assertThat(rules.freshness().old()).hasDays(21);
		assertThat(rules.freshness().missing()).hasDays(7);
		assertThat(rules.freshness().whileRevalidating()).hasHours(1);
		assertThat(rules.freshness().ifError()).hasDays(7);
		assertThat(bind(Map.of()).rules("anidb").freshness().airing()).hasDays(7);
		assertThat(rules.waiting().patience()).hasSeconds(10);
		assertThat(rules.waiting().places()).isEqualTo(16);
		assertThat(rules.waiting().instances()).isEqualTo(3);
		assertThat(rules.waiting().lease()).hasSeconds(35);
		assertThat(rules.failures()).isEqualTo(5);
		assertThat(rules.rest()).hasMinutes(10);
	}

	@Test
	void takeEveryKeyOfASite() {
		UpstreamSettings settings = bind(
				Map.ofEntries(Map.entry("anidb.base-url", "http://127.0.0.1:1/x"), Map.entry("anidb.enabled", "false"),
						Map.entry("anidb.token", "hush"), Map.entry("anidb.client", "mokuroku"),
						Map.entry("anidb.client-version", "3"), Map.entry("anidb.limits.windows", "3/1s, 60/1m"),
						Map.entry("anidb.limits.parallel", "2"), Map.entry("anidb.limits.spacing", "5ms"),
						Map.entry("anidb.freshness.airing", "1m"), Map.entry("anidb.freshness.if-error", "2m")));
		UpstreamSettings.Site site = settings.anidb();
		assertThat(site.baseUrl()).hasToString("http://127.0.0.1:1/x");
		assertThat(site.enabled()).isFalse();
		assertThat(site.token()).isEqualTo(new Secret("hush"));
		assertThat(settings.toString()).doesNotContain("hush");
		assertThat(site.client()).isEqualTo("mokuroku");
		assertThat(site.clientVersion()).isEqualTo(3);
		assertThat(settings.rules("anidb").limits())
			.isEqualTo(new Limits(List.of(new Window(3, Duration.ofSeconds(1)), new Window(60, Duration.ofMinutes(1))),
					2, Duration.ofMillis(5)));
		assertThat(settings.rules("anidb").freshness().airing()).hasMinutes(1);
		assertThat(settings.rules("anidb").freshness().ifError()).hasMinutes(2);
		assertThat(settings.rules("anidb").freshness().old()).hasDays(21);
	}

	@Test
	void takeNoWindowsForNoLimit() {
		assertThat(bind(Map.of("jikan.limits.windows", "")).rules("jikan").limits().windows()).isEmpty();
	}

	@Test
	void takeEveryKeyOfAllSites() {
		UpstreamSettings settings = bind(Map.of("connect-timeout", "1s", "read-timeout", "2s", "total-timeout", "3s",
				"largest-answer", "1MB", "user-agent", "a", "homepage", "https://example.org", "raw-bucket", ""));
		assertThat(settings.connectTimeout()).hasSeconds(1);
		assertThat(settings.readTimeout()).hasSeconds(2);
		assertThat(settings.totalTimeout()).hasSeconds(3);
		assertThat(settings.largestAnswer().toMegabytes()).isEqualTo(1);
		assertThat(settings.userAgent()).isEqualTo("a");
		assertThat(settings.homepage()).hasToString("https://example.org");
		assertThat(settings.rawBucket()).isEmpty();
		SiteRules rules = bind(Map.of("patience", "1s", "places", "2", "instances", "5", "failures", "6", "rest", "7s"))
			.rules("mal");
		assertThat(rules.waiting().patience()).hasSeconds(1);
		assertThat(rules.waiting().places()).isEqualTo(2);
		assertThat(rules.waiting().instances()).isEqualTo(5);
		assertThat(rules.failures()).isEqualTo(6);
		assertThat(rules.rest()).hasSeconds(7);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0/1s", "3", "3/0s", "x/1s" })
	void refuseWindowsThatCannotBe(String window) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(Map.of("mal.limits.windows", window)));
	}

	private static UpstreamSettings bind(Map<String, String> properties) {
		Map<String, String> all = new HashMap<>();
		properties.forEach((name, value) -> all.put("mokuroku.upstream." + name, value));
		return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("mokuroku.upstream",
				UpstreamSettings.class);
	}

}
