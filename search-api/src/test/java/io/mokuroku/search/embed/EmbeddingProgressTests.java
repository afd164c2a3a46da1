package io.mokuroku.search.embed;

import java.time.Duration;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class EmbeddingProgressTests {

	private final EmbeddingProgress progress = new EmbeddingProgress();

	@Test
	void hasNoRateUntilSomethingIsDoneAndOnceNothingIsLeft() {
		assertThat(this.progress.rate()).isEmpty();
		this.progress.finished(10, Duration.ofSeconds(2));
		assertThat(this.progress.rate()).hasValue(5);
		this.progress.idle();
		assertThat(this.progress.rate()).isEmpty();
	}

	@Test
	void followsTheNewestBatchesSlowly() {
		this.progress.finished(10, Duration.ofSeconds(1));
		this.progress.finished(20, Duration.ofSeconds(1));
		assertThat(this.progress.rate().orElseThrow()).isEqualTo(12, Offset.offset(1e-9));
	}

	@Test
	void staysFiniteForABatchThatTookNoTime() {
		this.progress.finished(1, Duration.ZERO);
		assertThat(this.progress.rate().orElseThrow()).isFinite();
	}

}
