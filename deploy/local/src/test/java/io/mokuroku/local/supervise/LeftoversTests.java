package io.mokuroku.local.supervise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LeftoversTests {

	@TempDir
	Path state;

	@Test
	void stopsAProgramOfTheStateFolderWhoseStarterWasKilled() throws Exception {
		Path program = Files.createDirectories(this.state.resolve("redis/bin")).resolve("sleeper");
		Files.copy(Path.of("/bin/sleep").toRealPath(), program);
		assertThat(program.toFile().setExecutable(true)).isTrue();
		Process orphan = new ProcessBuilder(program.toString(), "600").start();
		try {
			assertThat(Leftovers.stop(new RunFolder(this.state))).containsExactly("sleeper");
			assertThat(orphan.waitFor(5, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			orphan.destroyForcibly();
		}
	}

	@Test
	void leavesTheProgramsOfOthersAlone() throws Exception {
		Process other = new ProcessBuilder("/bin/sleep", "600").start();
		try {
			assertThat(Leftovers.stop(new RunFolder(this.state))).isEmpty();
			assertThat(other.isAlive()).isTrue();
		}
		finally {
			other.destroyForcibly();
		}
	}

}
