package io.mokuroku.local.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.mokuroku.local.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatasetTests {

	@TempDir
	Path folder;

	@Test
	void passesAFileOnWithItsWholePath() throws IOException {
		Path file = Files.writeString(this.folder.resolve("release.json"), "{}");

		assertThat(Dataset.readable(this.folder.resolve(".").resolve("release.json").toString()))
			.isEqualTo(file.toAbsolutePath().toString());
	}

	@Test
	void passesAUrlOnAsItIs() {
		assertThat(Dataset.readable("https://example.org/release.json.zst"))
			.isEqualTo("https://example.org/release.json.zst");
	}

	@Test
	void refusesAFileThatIsNotThere() {
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> Dataset.readable(this.folder.resolve("missing").toString()))
			.withMessageEndingWith("missing does not exist.");
	}

	@Test
	void refusesAnEmptyFileAndADirectory() throws IOException {
		Path empty = Files.createFile(this.folder.resolve("empty"));

		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Dataset.readable(empty.toString()))
			.withMessageEndingWith("cannot be read, or is empty.");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Dataset.readable(this.folder.toString()));
	}

	@Test
	void refusesWhatOnlyLooksLikeAUrl() {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Dataset.readable("https://exa mple"))
			.withMessageEndingWith("is not a URL that can be read.");
	}

}
