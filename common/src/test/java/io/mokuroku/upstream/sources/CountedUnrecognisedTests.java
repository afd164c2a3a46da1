package io.mokuroku.upstream.sources;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CountedUnrecognisedTests {

	private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

	@Test
	void countsBySourceAndSortOfValueButNotByText() {
		CountedUnrecognised unrecognised = new CountedUnrecognised(this.metrics);
		unrecognised.note("jikan", "status", "Lost");
		unrecognised.note("jikan", "status", "Found");
		unrecognised.note("kitsu", "status", "lost");
		assertThat(this.metrics.get(CountedUnrecognised.COUNTER)
			.tags("source", "jikan", "what", "status")
			.counter()
			.count()).isEqualTo(2);
		assertThat(this.metrics.get(CountedUnrecognised.COUNTER).counters()).hasSize(2)
			.allSatisfy((counter) -> assertThat(counter.getId().getTags()).hasSize(2));
	}

}
