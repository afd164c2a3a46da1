package io.mokuroku.local.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RestTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private final Rest rest = new Rest();

	@Test
	void needsTwoLooksInARow() {
		assertThat(after(0, Optional.empty(), 0)).isPresent();
		assertThat(after(5, Optional.of("a run"), 0)).contains("a run");
		assertThat(after(10, Optional.empty(), 0)).isPresent();
		assertThat(after(15, Optional.empty(), 0)).isEmpty();
	}

	@Test
	void comesOnceARequestHadTimeToLookAgain() {
		assertThat(after(0, Optional.empty(), 1)).isPresent();
		assertThat(after(300, Optional.empty(), 1)).contains("1 requests, while 10 entries wait for a person");
		assertThat(after(361, Optional.empty(), 1)).isEmpty();
	}

	@Test
	void doesNotComeWhileSomethingComesOfRequests() {
		assertThat(after(0, Optional.empty(), 1)).isPresent();
		assertThat(after(300, Optional.of("execution a-1"), 1)).isPresent();
		assertThat(after(361, Optional.empty(), 1)).isPresent();
	}

	@Test
	void doesNotComeWithMoreRequestsThanEntriesToWaitFor() {
		assertThat(after(0, Optional.empty(), 11)).isPresent();
		assertThat(after(361, Optional.empty(), 11)).isPresent();
	}

	private Optional<String> after(int seconds, Optional<String> goingOn, long requests) {
		return this.rest.look(goingOn, requests, 10, NOW.plus(Duration.ofSeconds(seconds)));
	}

}
