package io.mokuroku.sync.snapshot;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(10)
class SideBySideTests {

	@Test
	void doesAll() throws Exception {
		Set<Integer> done = ConcurrentHashMap.newKeySet();
		SideBySide.each(2, List.of(1, 2, 3, 4, 5), done::add);
		assertThat(done).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
	}

	@Test
	void beginsNothingNewAfterAFailureAndInterruptsWhatIsUnderWay() {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch never = new CountDownLatch(1);
		Set<Integer> later = ConcurrentHashMap.newKeySet();
		assertThatExceptionOfType(SnapshotUnusable.class)
			.isThrownBy(() -> SideBySide.each(2, List.of(1, 2, 3, 4), (number) -> {
				switch (number) {
					case 1 -> {
						begun.countDown();
						never.await();
					}
					case 2 -> {
						begun.await();
						throw new SnapshotUnusable("second");
					}
					case 3 -> never.await();
					default -> later.add(number);
				}
			}))
			.withMessage("second");
		assertThat(later).isEmpty();
	}

}
