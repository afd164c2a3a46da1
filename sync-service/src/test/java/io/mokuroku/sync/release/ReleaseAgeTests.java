package io.mokuroku.sync.release;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReleaseAgeTests {

	private static final Instant APPLIED = Instant.parse("2026-11-22T10:00:00Z");

	private Instant now = APPLIED;

	private Optional<AppliedRelease> last = Optional.empty();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@Test
	void saysHowOldTheDataIsAndWhenThatIsTooOld() {
		measure();
		assertThat(value("age")).isNaN();
		assertThat(value("overdue")).isZero();
		this.last = Optional.of(applied(LocalDate.parse("2026-11-20")));
		this.now = APPLIED.plus(Duration.ofDays(1));
		assertThat(value("age")).isEqualTo(3);
		this.now = APPLIED.plus(Duration.ofDays(26));
		assertThat(value("overdue")).isZero();
		this.now = APPLIED.plus(Duration.ofDays(27));
		assertThat(value("age")).isEqualTo(29);
		assertThat(value("overdue")).isEqualTo(1);
	}

	@Test
	void countsFromTheApplicationWhereAReleaseSaysNoDay() {
		this.last = Optional.of(applied(null));
		this.now = APPLIED.plus(Duration.ofDays(2));
		measure();
		assertThat(value("age")).isEqualTo(2);
	}

	@Test
	void remembersTheLastAnswerWhileTheStoreIsSilent() {
		this.last = Optional.of(applied(null));
		new ReleaseAge(() -> {
			if (this.now.isAfter(APPLIED)) {
				throw new RetryableFailure("silent", null);
			}
			return this.last;
		}, () -> this.now, Duration.ofDays(28)).bindTo(this.meters);
		assertThat(value("age")).isZero();
		this.now = APPLIED.plus(Duration.ofDays(1));
		assertThat(value("age")).isEqualTo(1);
	}

	private void measure() {
		new ReleaseAge(() -> this.last, () -> this.now, Duration.ofDays(28)).bindTo(this.meters);
	}

	private double value(String name) {
		return this.meters.get("mokuroku.release." + name).gauge().value();
	}

	private static AppliedRelease applied(@Nullable LocalDate lastUpdate) {
		return new AppliedRelease(new Release("x", "a".repeat(64), 3, lastUpdate, null, null),
				new Census(1, 0, Map.of(), 0, 0, 0), APPLIED);
	}

}
