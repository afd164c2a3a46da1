package io.mokuroku.upstream;

import java.time.Duration;

import io.mokuroku.catalogue.SourceLink;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Texts that are made to be read slowly. */
final class HostileTextTests {

	private static final int LENGTH = 300_000;

	@Test
	void readsNamesInNoMoreThanTheirLength() {
		String name = "a," + " ".repeat(LENGTH) + "b,c";
		assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PersonNames.familyFirst(name)).display())
			.isEqualTo(name);
	}

	@Test
	void readsLinksInNoMoreThanTheirLength() {
		String link = "https://example.org/" + "/".repeat(LENGTH) + "x";
		assertTimeoutPreemptively(Duration.ofSeconds(5), () -> SourceLink.parse(link));
	}

}
