package io.mokuroku.local.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
