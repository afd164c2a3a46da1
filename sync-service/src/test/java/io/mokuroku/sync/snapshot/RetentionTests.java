package io.mokuroku.sync.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.mokuroku.message.SnapshotRequested.Cause;
import io.mokuroku.sync.snapshot.Retention.Kept;
import io.mokuroku.sync.snapshot.Retention.Rules;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionTests {

	private static final Instant NOW = Instant.parse("2026-11-29T04:00:00Z");

	private static final Rules RULES = new Rules(4, 3, Duration.ofDays(10));

	@Test
	void keepsTheLastWeeklyOnesAndTheFirstOfEachMonth() {
		List<Kept> good = new ArrayList<>();
		for (LocalDate sunday = LocalDate.of(2026, 8, 2); !sunday.isAfter(LocalDate.of(2026, 11, 29)); sunday = sunday
			.plusWeeks(1)) {
			good.add(new Kept(sunday.toString(), Cause.WEEKLY, sunday.atTime(3, 0).toInstant(ZoneOffset.UTC)));
		}
		Set<String> outlived = Retention.outlived(good, RULES, NOW);
		assertThat(good).extracting(Kept::id)
			.filteredOn((id) -> !outlived.contains(id))
			.containsExactly("2026-09-06", "2026-10-04", "2026-11-01", "2026-11-08", "2026-11-15", "2026-11-22",
					"2026-11-29");
	}

	@Test
	void keepsForAWhileWhatAPersonAskedFor() {
		assertThat(Retention.outlived(List.of(onDemand("month", "2026-11-01T00:00:00Z"),
				onDemand("old", "2026-11-02T00:00:00Z"), onDemand("young", "2026-11-20T00:00:00Z")), RULES, NOW))
			.containsExactly("old");
	}

	@Test
	void neverRemovesTheNewestHoweverOld() {
		assertThat(Retention.outlived(
				List.of(onDemand("older", "2020-01-01T00:00:00Z"), onDemand("newest", "2020-01-02T00:00:00Z")),
				new Rules(1, 0, Duration.ZERO), NOW))
			.containsExactly("older");
		assertThat(Retention.outlived(List.of(), RULES, NOW)).isEmpty();
	}

	private static Kept onDemand(String id, String takenAt) {
		return new Kept(id, Cause.ON_DEMAND, Instant.parse(takenAt));
	}

}
