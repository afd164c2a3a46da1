package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogFilesTests {

	@TempDir
	Path folder;

	private LogFiles logs;

	@BeforeEach
	void open() {
		this.logs = new LogFiles(this.folder);
	}

	@Test
	void keepsTheLogOfTheRunBefore() throws IOException {
		Files.writeString(this.logs.file("cloud"), "old\n");

		this.logs.startAnew("cloud");

		assertThat(this.logs.file("cloud")).doesNotExist();
		assertThat(this.folder.resolve("cloud.1.log")).hasContent("old\n");
	}

	@Test
	void showsTheLastLines() throws IOException {
		Files.writeString(this.logs.file("cloud"), "one\ntwo\nthree\n");

		assertThat(this.logs.tail("cloud", 2)).containsExactly("two", "three");
		assertThat(this.logs.tail("silent", 2)).isEqualTo(List.of());
	}

	@Test
	void putsAsideWhatIsTooLong() throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(this.logs.file("cloud").toFile(), "rw")) {
			file.setLength(21L * 1024 * 1024);
		}

		this.logs.bound("cloud");

		assertThat(this.logs.file("cloud")).isEmptyFile();
		assertThat(this.folder.resolve("cloud.1.log")).hasSize(21L * 1024 * 1024);
	}

	@Test
	void leavesAShortLogAlone() throws IOException {
		Files.writeString(this.logs.file("cloud"), "short\n");

		this.logs.bound("cloud");

		assertThat(this.logs.file("cloud")).hasContent("short\n");
	}

}
