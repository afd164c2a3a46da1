package io.mokuroku.sync.release;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.mokuroku.message.RetryableFailure;

/**
 * Tells how old the data is. Publishers pause for weeks and months, so no new release is
 * an event only after some weeks of it.
 */
final class ReleaseAge implements MeterBinder {

	private static final Duration REMEMBERED = Duration.ofMinutes(5);

	private final Supplier<Optional<AppliedRelease>> lastApplied;

	private final InstantSource clock;

	private final Duration overdueAfter;

	private @Nullable LocalDate day;

	private Instant askedAt = Instant.EPOCH;

	ReleaseAge(Supplier<Optional<AppliedRelease>> lastApplied, InstantSource clock, Duration overdueAfter) {
		this.lastApplied = lastApplied;
		this.clock = clock;
		this.overdueAfter = overdueAfter;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("mokuroku.release.age", this, ReleaseAge::days)
			.description("How old the data of the release applied last is")
			.baseUnit("days")
			.strongReference(true)
			.register(registry);
		Gauge.builder("mokuroku.release.overdue", this, ReleaseAge::overdue)
			.description("1 while no new release came for longer than an operator thinks normal, else 0")
			.strongReference(true)
			.register(registry);
	}

	/** Days since the release was built; not a number if none was ever applied. */
	double days() {
		LocalDate built = day();
		return (built != null) ? today().toEpochDay() - built.toEpochDay() : Double.NaN;
	}

	private double overdue() {
		return (days() > this.overdueAfter.toDays()) ? 1 : 0;
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	/**
	 * The day the release was built on, or applied on if it does not say; null if none
	 * was.
	 */
	private synchronized @Nullable LocalDate day() {
		Instant now = this.clock.instant();
		if (this.askedAt.plus(REMEMBERED).isBefore(now)) {
			try {
				this.day = this.lastApplied.get()
					.map((applied) -> (applied.release().lastUpdate() != null) ? applied.release().lastUpdate()
							: LocalDate.ofInstant(applied.appliedAt(), ZoneOffset.UTC))
					.orElse(null);
			}
			catch (RetryableFailure ex) {
				return this.day;
			}
			this.askedAt = now;
		}
		return this.day;
	}

}
