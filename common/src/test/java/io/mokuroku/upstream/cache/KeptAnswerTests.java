package io.mokuroku.upstream.cache;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeptAnswerTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	@Test
	void isReadAsItWasWrittenAndSmaller() {
		KeptAnswer answer = new KeptAnswer(false, NOW, NOW.plusSeconds(60), "\"v1\"", "",
				"{\"a\":1}".repeat(500).getBytes(StandardCharsets.UTF_8));
		assertThat(KeptAnswer.decoded(answer.encoded())).get().usingRecursiveComparison().isEqualTo(answer);
		assertThat(answer.encoded()).hasSizeLessThan(200);
	}

	@Test
	void knowsThatSomethingIsMissing() {
		KeptAnswer answer = KeptAnswer.missing(NOW, NOW.plusSeconds(60));
		assertThat(KeptAnswer.decoded(answer.encoded())).get().usingRecursiveComparison().isEqualTo(answer);
	}

	@Test
	void isNothingElse() {
		byte[] cut = KeptAnswer.missing(NOW, NOW).encoded();
		cut[0] = 2;
		assertThat(KeptAnswer.decoded(cut)).isEmpty();
		assertThat(KeptAnswer.decoded(new byte[] { 1, 0, 0 })).isEmpty();
		assertThat(KeptAnswer.decoded(new byte[0])).isEmpty();
	}

}
