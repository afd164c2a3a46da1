package io.mokuroku.local.states;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Alarms on the real clock.
 */
class ClockAlarmsTests {

	@Test
	void alarmsGoOffInOrderAndNotBeforeTheirTime() throws InterruptedException {
		List<String> rung = new CopyOnWriteArrayList<>();
		CountDownLatch all = new CountDownLatch(3);
		try (ClockAlarms alarms = ClockAlarms.start(InstantSource.system())) {
			Instant now = Instant.now();
			Instant last = now.plusMillis(60);
			alarms.set(last, () -> {
				rung.add(Instant.now().isBefore(last) ? "early" : "third");
				all.countDown();
			});
			alarms.set(now.plusMillis(20), () -> {
				rung.add("second");
				all.countDown();
			});
			alarms.set(now.minus(Duration.ofHours(1)), () -> {
				rung.add("first");
				all.countDown();
			});
			alarms.set(now.plusMillis(10), () -> rung.add("cancelled")).cancel();
			assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(rung).containsExactly("first", "second", "third");
	}

}
