package io.mokuroku.recurring;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RepeatedWorkTests {

	private final AtomicInteger rounds = new AtomicInteger();

	private final RepeatedWork work = new RepeatedWork("rounds", this::failEveryOther, Duration.ofMillis(5));

	@Test
	void goesOnAfterARoundThatFailed() {
		this.work.start();
		try {
			await().until(() -> this.rounds.get() >= 4);
			assertThat(this.work.isRunning()).isTrue();
		}
		finally {
			this.work.stop();
		}
	}

	@Test
	void restsBeforeItsStartAndAfterItsStop() {
		assertThat(this.work.isRunning()).isFalse();
		this.work.start();
		this.work.start();
		await().until(() -> this.rounds.get() >= 1);
		this.work.stop();
		assertThat(this.work.isRunning()).isFalse();
		int before = this.rounds.get();
		await().during(Duration.ofMillis(50)).until(() -> this.rounds.get() <= before + 1);
	}

	private void failEveryOther() {
		if (this.rounds.incrementAndGet() % 2 == 1) {
			throw new IllegalStateException("this round fails");
		}
	}

}
