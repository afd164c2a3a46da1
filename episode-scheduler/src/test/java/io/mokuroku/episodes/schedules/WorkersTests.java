package io.mokuroku.episodes.schedules;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WorkersTests {

	private final Workers workers = new Workers(2);

	private final AtomicInteger begun = new AtomicInteger();

	@Test
	void doesTheRestWhenOneFails() {
		assertThatIllegalStateException().isThrownBy(() -> this.workers.each(List.of(1, 2, 3), (number) -> {
			this.begun.incrementAndGet();
			if (number == 1) {
				throw new IllegalStateException("the first fails");
			}
		})).withMessage("the first fails");
		assertThat(this.begun).hasValue(3);
	}

	@Test
	void beginsNothingMoreOnceItIsInterrupted() {
		Thread planning = Thread.currentThread();
		CountDownLatch never = new CountDownLatch(1);
		assertThatExceptionOfType(CancellationException.class)
			.isThrownBy(() -> this.workers.each(Collections.nCopies(100, "work"), (_) -> {
				if (this.begun.incrementAndGet() == 2) {
					planning.interrupt();
				}
				try {
					assertThat(never.await(1, TimeUnit.SECONDS)).isFalse();
				}
				catch (InterruptedException _) {
					Thread.currentThread().interrupt();
				}
			}));
		assertThat(Thread.interrupted()).as("whoever called learns of it").isTrue();
		assertThat(this.begun).as("those that wait until they are interrupted").hasValue(2);
	}

}
