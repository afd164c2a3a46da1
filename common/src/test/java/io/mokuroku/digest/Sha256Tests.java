package io.mokuroku.digest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class Sha256Tests {

	/** The one-block example of FIPS 180-4. */
	private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

	@Test
	void digestsAsTheStandardDoes() {
		assertThat(Sha256.hex("abc")).isEqualTo(ABC);
		assertThat(Sha256.hex("abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo(ABC);
		assertThat(Sha256.begun().digest("abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo(Sha256.of("abc"));
	}

	@Test
	void writesItsBeginning() {
		assertThat(Sha256.beginning(Sha256.of("abc"), 4)).isEqualTo("ba7816bf");
	}

	@Test
	void readsTextsAsUtf8() {
		assertThat(Sha256.of("目録")).isEqualTo(Sha256.of("目録".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void readsFiles(@TempDir Path folder) throws IOException {
		assertThat(Sha256.hex(Files.writeString(folder.resolve("file"), "abc"))).isEqualTo(ABC);
	}

}
