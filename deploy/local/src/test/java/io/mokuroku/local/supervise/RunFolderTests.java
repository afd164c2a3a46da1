package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.mokuroku.local.Ports;
import io.mokuroku.local.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RunFolderTests {

	@TempDir
	Path directory;

	@Test
	void isClaimedByOneSupervisorAtATime() throws IOException {
		RunFolder folder = new RunFolder(this.directory);
		folder.prepare();

		try (var claim = folder.claim().orElseThrow()) {
			assertThat(claim.isValid()).isTrue();
			assertThat(folder.claim()).isEmpty();
		}

		assertThat(folder.isClaimed()).isFalse();
	}

	@Test
	void isStartedByOneAtATimeWhileASupervisorMayClaimIt() throws IOException {
		RunFolder folder = new RunFolder(this.directory);
		folder.prepare();

		try (var claim = folder.claimStart().orElseThrow()) {
			assertThat(claim.isValid()).isTrue();
			assertThat(folder.claimStart()).isEmpty();
			assertThat(folder.isClaimed()).isFalse();
		}

		folder.claimStart().orElseThrow().close();
	}

	@Test
	void remembersThePortsOfTheLastRunWhereItSaidThem() throws IOException {
		RunFolder folder = new RunFolder(this.directory);
		folder.prepare();
		assertThat(folder.ports().base()).isEqualTo(Ports.DEFAULT_BASE);

		folder.remember(new Ports(7800));
		assertThat(folder.ports().base()).isEqualTo(7800);

		for (String half : List.of("", "78")) {
			Files.writeString(folder.run().resolve("port-base"), half);
			assertThat(folder.ports().base()).isEqualTo(Ports.DEFAULT_BASE);
		}
	}

	@Test
	void isForgottenThoughAPowerCutEmptiedItsFiles() throws Exception {
		RunFolder folder = new RunFolder(this.directory.resolve("state"));
		folder.prepare();
		Files.writeString(folder.run().resolve("cloud.properties"), "");
		Files.writeString(folder.run().resolve("port-base"), "");

		new ShutDown(folder, new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
			.carryOut(true);

		assertThat(folder.state()).doesNotExist();
	}

	@Test
	void refusesADiskThatIsAlmostFull() {
		RunFolder folder = new RunFolder(this.directory);

		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> folder.refuseTooLittleRoom(8 << 20))
			.withMessage("The disk is almost full: 8 MiB are left at " + this.directory + ", a run needs 1024 MiB.");
	}

	@Test
	void refusesToLieInAFile() throws IOException {
		Path file = Files.writeString(this.directory.resolve("file"), "");

		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new RunFolder(file).prepare())
			.withMessageStartingWith("The state directory " + file + " cannot be written: ")
			.withMessageEndingWith(".");
	}

}
