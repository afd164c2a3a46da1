package io.mokuroku.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code deploy/local/trace}, as an operator calls it.
 */
class TraceScriptTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	@TempDir
	Path state;

	@Test
	void showsWhatAllServicesLoggedInTheOrderOfTime() throws Exception {
		log("sync-service", line("10:00:00", "sync-service", TRACE, "enrichment requested"),
				line("10:00:02", "sync-service", "0".repeat(31) + "1", "of another trace"));
		log("enrichment-service", line("10:00:03", "enrichment-service", TRACE, "entry committed version=2"),
				line("10:00:01", "enrichment-service", TRACE, "enrichment started"));
		List<String> shown = run(0, TRACE).lines().toList();
		assertThat(shown).hasSize(3);
		assertThat(shown.get(0)).contains("10:00:00", "sync-service", "enrichment requested");
		assertThat(shown.get(1)).contains("10:00:01", "enrichment-service", "INFO", "enrichment started");
		assertThat(shown.get(2)).contains("entry committed version=2").doesNotContain("trace=");
	}

	@Test
	void saysWhyItShowsNothing() throws Exception {
		log("sync-service", line("10:00:00", "sync-service", TRACE, "enrichment requested"));
		assertThat(run(1, "abc")).contains("32 hexadecimal digits");
		assertThat(run(1, "a".repeat(32))).contains("Nobody logged anything");
	}

	private void log(String service, String... lines) throws IOException {
		Files.createDirectories(this.state.resolve("logs"));
		Files.write(this.state.resolve("logs").resolve(service + ".log"), List.of(lines));
	}

	private static String line(String time, String service, String trace, String text) {
		return "2026-11-28T" + time + ".000Z  INFO 7 --- [" + service + "] [           main] trace=" + trace
				+ " span=00f067aa0ba902b7 i.m.some.Place                           : " + text;
	}

	private String run(int code, String trace) throws Exception {
		Process process = new ProcessBuilder("bash", "../../deploy/local/trace", trace, "--state",
				this.state.toString())
			.redirectErrorStream(true)
			.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(said).isEqualTo(code);
		return said;
	}

}
