package io.mokuroku.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever writes a title or a question writes no line of our log.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTests {

	private static final Logger logger = LoggerFactory.getLogger(LogLinesTests.class);

	private static final String FORGED = "2026-11-28T05:00:00.000Z  INFO 7 --- [forged] all is well";

	private static final List<String> BREAKS = List.of("\n", "\r", "\r\n", "\n\n", "\u0085", "\u2028", "\u2029", "\f",
			"\u001b[2K\u001b[1A", "\b\b\b", "\u009b2K");

	private static final String HOSTILE = "quiet"
			+ String.join("", BREAKS.stream().map((each) -> each + FORGED).toList()) + "\n";

	@Test
	void keepsAMessageOnOneLine(CapturedOutput output) {
		RunningService.shared();
		int before = output.getOut().length();
		logger.warn("title not read title={}", HOSTILE);
		String written = output.getOut().substring(before);
		assertThat(written).contains(" --- [probe-service] [", " trace= span= ", " : title not read title=quiet 2026")
			.endsWith("\n");
		assertThat(written.strip().chars().filter(Character::isISOControl)).isEmpty();
		assertThat(written).doesNotContain("\u2028", "\u2029");
	}

	@Test
	void keepsTheLinesOfAStackTraceAndNoOthers(CapturedOutput output) {
		RunningService.shared();
		int before = output.getOut().length();
		IllegalStateException failure = new IllegalStateException(HOSTILE, new IllegalArgumentException(HOSTILE));
		failure.addSuppressed(new IllegalArgumentException(HOSTILE));
		logger.warn("task failed", failure);
		List<String> written = output.getOut().substring(before).lines().toList();
		assertThat(written).hasSizeGreaterThan(10);
		assertThat(written.getFirst()).endsWith(" : task failed");
		assertThat(written.get(2)).startsWith("java.lang.IllegalStateException: quiet 2026");
		assertThat(written)
			.anyMatch((line) -> line.startsWith("\tSuppressed: java.lang.IllegalArgumentException: quiet"))
			.anyMatch((line) -> line.startsWith("\tat io.mokuroku.web.LogLinesTests."))
			.anyMatch((line) -> line.startsWith("Caused by: java.lang.IllegalArgumentException: quiet"));
		assertThat(written.subList(1, written.size())).noneMatch((line) -> line.startsWith("2026"));
		assertThat(String.join("", written).replace("\t", "").chars().filter(Character::isISOControl)).isEmpty();
	}

	@Test
	void takesNoTraceThatIsNotOne(CapturedOutput output) {
		RunningService service = RunningService.shared();
		String trace = service
			.get("/v1/search?q=%0D%0A" + FORGED.replace(" ", "%20"), "traceparent",
					"00-0af7651916cd43dd8448eb211c80319c\t" + FORGED + "-b7ad6b7169203331-01", "User-Agent", FORGED)
			.header("X-Trace-Id");
		assertThat(trace).matches("[0-9a-f]{32}");
		assertThat(output.getAll().lines().filter((line) -> line.contains(trace))).isNotEmpty()
			.allMatch((line) -> line.contains(" trace=" + trace + " span="));
		assertThat(output.getAll()).doesNotContain("all is well");
	}

}
