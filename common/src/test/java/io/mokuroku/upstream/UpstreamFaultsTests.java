package io.mokuroku.upstream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.upstream.FakeProvider.Said;
import io.mokuroku.upstream.shared.SharedState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What comes of a provider that is not well, without anything remembered.
 */
@Timeout(30)
class UpstreamFaultsTests {

	private final FakeProvider provider = new FakeProvider();

	private UpstreamFixture instance = speaking(Dialects.http());

	@AfterEach
	void close() {
		this.instance.close();
		this.provider.close();
	}

	@Test
	void sendsWhatTheProviderKnowsUsByAndCountsTheAnswer() {
		this.provider.says(200, UpstreamFixture.work("Hoshi no Tegami", AiringStatus.ONGOING));
		assertThat(this.instance.find(1).orElseThrow().value().title()).isEqualTo("Hoshi no Tegami");
		assertThat(this.provider.requests().getFirst().getFirst("X-Key")).isEqualTo("hush");
		assertThat(this.provider.requests().getFirst().getFirst("User-Agent")).isEqualTo("Mokuroku-Tests");
		assertThat(this.instance.calls("answered")).isEqualTo(1);
		assertThat(this.instance.mentions("hush")).isFalse();
	}

	@Test
	void tracesWhatIsOnTheWireByRouteAndStatus() {
		List<String> spans = new ArrayList<>();
		this.instance.observations.observationConfig().observationHandler(new ObservationHandler<>() {
			@Override
			public void onStop(Observation.Context context) {
				context.getLowCardinalityKeyValues()
					.stream()
					.filter((value) -> value.getKey().equals("status"))
					.forEach((status) -> spans.add(context.getContextualName() + " " + status.getValue()));
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}
		});
		this.provider.says(200, UpstreamFixture.work("Hoshi no Tegami", AiringStatus.ONGOING));
		assertThat(this.instance.find(41)).isPresent();
		this.provider.says(Said.status(500));
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.instance.find(42));
		this.provider.close();
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.instance.find(43));
		assertThat(spans).containsExactly("kitsu /anime/{id} 200", "kitsu /anime/{id} 500", "kitsu /anime/{id} none");
	}

	@Test
	void leavesAProviderAloneForAsLongAsItAsks() {
		this.provider.says(Said.status(429).with("Retry-After", "120"));
		assertThat(later().notBefore()).isEqualTo(Duration.ofMinutes(2));
		this.instance.clock.turn(Duration.ofSeconds(119));
		assertThat(later().notBefore()).isEqualTo(Duration.ofSeconds(1));
		assertThat(this.provider.requests()).hasSize(1);
		this.instance.clock.turn(Duration.ofSeconds(1));
		this.provider.says(200, UpstreamFixture.work("Back", AiringStatus.ONGOING));
		assertThat(this.instance.find(1)).isPresent();
		assertThat(this.instance.calls("too_fast")).isEqualTo(1);
		assertThat(this.instance.calls("paused")).isEqualTo(1);
	}

	@Test
	void leavesAProviderAloneForAMinuteThatDoesNotSayHowLong() {
		this.provider.says(Said.status(429));
		assertThat(later().notBefore()).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void leavesAProviderAloneWhoseAnswerWasTheLastBeforeAReset() {
		long reset = this.instance.clock.instant().plusSeconds(30).getEpochSecond();
		this.provider.says(new Said(200, UpstreamFixture.work("Last", AiringStatus.ONGOING),
				Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", Long.toString(reset))));
		assertThat(this.instance.find(1)).isPresent();
		assertThat(later().notBefore()).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void leavesAniListAloneForTenMinutesOfAnOutage() {
		this.instance = speaking(Dialects.aniList());
		this.provider.says(403, "The API has been disabled");
		assertThat(later().notBefore()).isEqualTo(Duration.ofMinutes(10));
		later();
		assertThat(this.provider.requests()).hasSize(1);
	}

	@Test
	void stopsForADayWhenItIsBanned() {
		this.instance = speaking(Dialects.aniDb());
		this.provider.says(200, "<error code=\"500\">Banned</error>");
		assertThat(later().notBefore()).isEqualTo(Duration.ofDays(1));
		this.instance.clock.turn(Duration.ofHours(23));
		later();
		assertThat(this.provider.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504 })
	void leavesAProviderAloneAfterFiveFailuresAndTriesOnceAfterTenMinutes(int status) {
		this.provider.says(Said.status(status));
		for (int calls = 0; calls < 8; calls++) {
			later();
		}
		assertThat(this.provider.requests()).hasSize(5);
		assertThat(this.instance.calls("breaker_open")).isEqualTo(3);
		this.instance.clock.turn(Duration.ofMinutes(10).plusMillis(1));
		later();
		later();
		assertThat(this.provider.requests()).hasSize(6);
		this.instance.clock.turn(Duration.ofMinutes(10).plusMillis(1));
		this.provider.says(200, UpstreamFixture.work("Back", AiringStatus.ONGOING));
		assertThat(this.instance.find(1)).isPresent();
		assertThat(this.instance.find(2)).isPresent();
	}

	@Test
	void takesAnAnswerWhoseMarkIsTooLongToKeep() {
		this.provider.says(new Said(200, UpstreamFixture.work("Marked", AiringStatus.ONGOING),
				Map.of("ETag", "\"" + "x".repeat(70_000) + "\"")));
		assertThat(this.instance.find(1)).isPresent();
	}

	@Test
	void doesNotTakeRefusalsForIllness() {
		this.provider.says(400, "{}");
		for (int calls = 0; calls < 8; calls++) {
			assertThat(never().code()).isEqualTo("upstream_refused");
		}
		assertThat(this.provider.requests()).hasSize(8);
	}

	@Test
	void saysWhatItIsThatItCannotRead() {
		this.provider.says(200, "{\"title\":");
		assertThat(never().code()).isEqualTo("upstream_unreadable");
		this.provider.says(200, "<html><body>Checking your browser</body></html>");
		assertThat(later()).hasMessage("kitsu answered with a page");
		assertThat(this.instance.calls("unreadable")).isEqualTo(1);
		assertThat(this.instance.calls("unavailable")).isEqualTo(1);
	}

	@Test
	void namesWhatHappensOnTheWire() {
		this.provider.says(200, "x".repeat(100 << 10));
		assertThat(later()).hasMessageStartingWith("kitsu too_large");
		this.provider.says(Said.status(302).with("Location", "/api/anime/1"));
		assertThat(later()).hasMessageStartingWith("kitsu redirected");
		this.provider.close();
		assertThat(later()).hasMessageStartingWith("kitsu unreachable");
		assertThat(this.instance.calls("too_large")).isEqualTo(1);
		assertThat(this.instance.calls("redirected")).isEqualTo(1);
		assertThat(this.instance.calls("unreachable")).isEqualTo(1);
	}

	private UpstreamFixture speaking(Dialect dialect) {
		return new UpstreamFixture(this.provider, dialect, SharedState.none());
	}

	private RetryableFailure later() {
		return Objects.requireNonNull(catchThrowableOfType(RetryableFailure.class, () -> this.instance.find(1)));
	}

	private PermanentFailure never() {
		return Objects.requireNonNull(catchThrowableOfType(PermanentFailure.class, () -> this.instance.find(1)));
	}

}
