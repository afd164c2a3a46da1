package io.mokuroku.message;

import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QueueMetersTests {

	private static final String QUEUE = "enrichment-requests";

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private Instant now = Instant.parse("2026-11-28T00:00:00Z");

	private final QueueMeters meters = new QueueMeters(this.registry, () -> this.now);

	@Test
	void tellsHowManyMessagesAQueueHolds() {
		this.meters.looked(QUEUE, 7, 3, 1);
		assertThat(messages("waiting")).isEqualTo(7);
		assertThat(messages("taken")).isEqualTo(3);
		assertThat(messages("delayed")).isEqualTo(1);
	}

	@Test
	void boundsTheAgeOfTheOldestMessageByTheTimeTheQueueWasLastEmpty() {
		this.meters.looked(QUEUE, 0, 0, 0);
		pass(Duration.ofMinutes(10));
		assertThat(oldest()).isZero();
		this.meters.looked(QUEUE, 5, 0, 0);
		assertThat(oldest()).isEqualTo(600);
		pass(Duration.ofMinutes(1));
		assertThat(oldest()).isEqualTo(660);
		this.meters.looked(QUEUE, 0, 5, 0);
		assertThat(oldest()).as("handled or hidden after a failure").isEqualTo(660);
		this.meters.looked(QUEUE, 0, 0, 0);
		assertThat(oldest()).isZero();
	}

	@Test
	void showsDeadLettersBeforeThereAreAny() {
		this.meters.looked(QUEUE, 0, 0, 0);
		assertThat(this.registry.get(QueueMeters.HANDLED).tags("queue", QUEUE, "outcome", "dead").timer().count())
			.isZero();
	}

	@Test
	void boundsItByTheMessageTakenLastWhereAQueueIsNeverEmpty() {
		this.meters.looked(QUEUE, 5, 0, 0);
		this.meters.taken(QUEUE, this.now.minus(Duration.ofHours(2)));
		assertThat(oldest()).as("what was left from before the start").isEqualTo(7200);
		this.meters.taken(QUEUE, this.now.minus(Duration.ofHours(1)));
		this.meters.taken(QUEUE, this.now.minus(Duration.ofHours(3)));
		assertThat(oldest()).isEqualTo(3600);
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	private double messages(String state) {
		return this.registry.get(QueueMeters.MESSAGES).tags("queue", QUEUE, "state", state).gauge().value();
	}

	private double oldest() {
		return this.registry.get(QueueMeters.OLDEST).tag("queue", QUEUE).gauge().value();
	}

}
