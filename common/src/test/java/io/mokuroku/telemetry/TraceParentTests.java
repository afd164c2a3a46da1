package io.mokuroku.telemetry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TraceParentTests {

	private static final String IDS = "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7";

	@Test
	void readsWhatItWrites() {
		TraceParent recorded = new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
		assertThat(recorded).hasToString("00-" + IDS + "-01");
		assertThat(TraceParent.parse(recorded.toString())).contains(recorded);
		assertThat(TraceParent.parse("00-" + IDS + "-00")).get().extracting(TraceParent::sampled).isEqualTo(false);
	}

	@Test
	void readsLaterVersions() {
		assertThat(TraceParent.parse("01-" + IDS + "-03-what-comes")).get()
			.extracting(TraceParent::sampled)
			.isEqualTo(true);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "00", "00-" + IDS, "ff-" + IDS + "-01", "00-" + IDS + "-01-more", "00-" + IDS + "-1",
			"00-00000000000000000000000000000000-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
			"00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01", "00-" + IDS + "-01\n" })
	void ignoresWhatIsNone(String text) {
		assertThat(TraceParent.parse(text)).isEmpty();
	}

}
