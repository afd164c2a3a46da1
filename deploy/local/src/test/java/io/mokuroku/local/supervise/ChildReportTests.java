package io.mokuroku.local.supervise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChildReportTests {

	@TempDir
	Path folder;

	@Test
	void readsWhatWasWritten() throws IOException {
		ChildReport report = new ChildReport("cloud", 7710, ChildState.BACKING_OFF, 0, Instant.EPOCH, 3,
				"died: exit code 137");

		report.write(this.folder);

		assertThat(ChildReport.read(this.folder, "cloud")).contains(report);
		assertThat(ChildReport.read(this.folder, "dynamodb")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "name=cloud\nport=77", "name=cloud\nport=7710\nstate=HEAL", "name=\\u00", "\u00ff" })
	void takesHalfAReportForNone(String left) throws IOException {
		Files.writeString(this.folder.resolve("cloud.properties"), left, StandardCharsets.ISO_8859_1);

		assertThat(ChildReport.read(this.folder, "cloud")).isEmpty();
	}

	@Test
	void findsARunningProcess() {
		assertThat(reportOf(ownStart()).process()).contains(ProcessHandle.current());
	}

	@Test
	void doesNotTakeAnotherProcessWithTheSameIdForItsOwn() {
		assertThat(reportOf(ownStart().minusSeconds(60)).process()).isEmpty();
	}

	private static ChildReport reportOf(Instant started) {
		return new ChildReport("cloud", 7710, ChildState.HEALTHY, ProcessHandle.current().pid(), started, 0, "");
	}

	private static Instant ownStart() {
		return ProcessHandle.current().info().startInstant().orElseThrow();
	}

}
