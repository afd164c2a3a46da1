package io.mokuroku.web.limit;

import java.time.Duration;
import java.time.Instant;

import io.mokuroku.upstream.shared.CacheKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class OwnCountsTests {

	private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

	private static final CacheKey SOMEBODY = CacheKey.limit("read", "somebody");

	private final OwnCounts counts = new OwnCounts();

	@Test
	void grantWhatIsAllowedAndThenOneAsEachComesBack() {
		Quota quota = new Quota(60, Duration.ofMinutes(1));
		for (int i = 0; i < 60; i++) {
			assertThat(this.counts.take(SOMEBODY, quota, NOON)).returns(true, Count::granted)
				.returns(59 - i, Count::remaining);
		}
		assertThat(this.counts.take(SOMEBODY, quota, NOON)).returns(false, Count::granted)
			.returns(Duration.ofSeconds(1), Count::pause)
			.returns(Duration.ofMinutes(1), Count::whole);
		assertThat(this.counts.take(SOMEBODY, quota, NOON.plusMillis(999)).granted()).isFalse();
		assertThat(this.counts.take(SOMEBODY, quota, NOON.plusSeconds(1)).granted()).isTrue();
		assertThat(this.counts.take(SOMEBODY, quota, NOON.plusSeconds(1)).granted()).isFalse();
		assertThat(this.counts.take(SOMEBODY, quota, NOON.plusSeconds(121)).remaining()).as("whole again")
			.isEqualTo(59);
	}

	@ParameterizedTest
	@ValueSource(strings = { "7/1s", "7/1m", "9999/1s", "1000000/1s", "1/1d", "13/1h" })
	void grantExactlyTheQuota(String quota) {
		Quota allowed = Quota.valueOf(quota);
		int granted = 0;
		while (granted <= allowed.requests() && this.counts.take(SOMEBODY, allowed, NOON).granted()) {
			granted++;
		}
		assertThat(granted).isEqualTo(allowed.requests());
	}

	@Test
	void forgetWhatIsWholeWhenThereAreTooMany() {
		Quota quota = new Quota(10, Duration.ofSeconds(10));
		for (int i = 0; i < 60_000; i++) {
			this.counts.take(CacheKey.limit("read", "client-" + i), quota, NOON.plusMillis(i));
		}
		assertThat(this.counts.size()).isLessThan(50_001);
		for (int i = 0; i < 60_000; i++) {
			this.counts.take(CacheKey.limit("read", "at-once-" + i), quota, NOON.plusSeconds(3_600));
		}
		assertThat(this.counts.size()).isLessThan(50_001);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "5", "0/1m", "-1/1m", "x/1m", "5/", "5/0s", "5/2d", "1000001/1m" })
	void refuseWhatIsNoQuota(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Quota.valueOf(text));
	}

}
