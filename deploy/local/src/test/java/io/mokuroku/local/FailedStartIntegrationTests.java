package io.mokuroku.local;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts that cannot work end before anything is started, with one sentence.
 */
class FailedStartIntegrationTests {

	private final Ports ports = FreePorts.find();

	@TempDir
	Path folder;

	@Test
	void namesThePortThatIsTakenAndWhoWantsIt() throws Exception {
		try (ServerSocket other = new ServerSocket()) {
			other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.ports.redis()));

			assertRefused("Port " + this.ports.redis() + ", which Redis wants, is taken by another program: "
					+ "stop that program, or choose other ports with --port-base.");
		}
	}

	@Test
	void seesAPortThatIsTakenOnEveryAddress() throws Exception {
		try (ServerSocket other = new ServerSocket(this.ports.search())) {
			assertThat(other.isBound()).isTrue();

			assertRefused("Port " + this.ports.search() + ", which search-api wants, is taken by another program: "
					+ "stop that program, or choose other ports with --port-base.");
		}
	}

	@Test
	void refusesAStateDirectoryThatIsAFile() throws Exception {
		Path state = Files.writeString(this.folder.resolve("state"), "");

		assertThat(run("up").getLast()).startsWith("The state directory " + state + " cannot be written: ");
	}

	@Test
	void refusesADatasetThatCannotBeRead() throws Exception {
		Path missing = this.folder.resolve("missing.json");
		assertRefused("The dataset " + missing + " does not exist.", "--dataset", missing.toString());

		assertRefused("The dataset " + this.folder + " is a directory, not a file.", "--dataset",
				this.folder.toString());

		Path archive = Files.writeString(this.folder.resolve("release.json.zst"), "PK archive");
		assertRefused("The dataset " + archive + " is neither JSON nor JSON compressed with Zstandard.", "--dataset",
				archive.toString());
	}

	@Test
	void refusesADatasetThatItsServerDoesNotHave() throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.start();
		try {
			String url = Ports.url(server.getAddress().getPort()) + "/release.json";
			assertRefused("The dataset " + url + " cannot be had: its server answered 404.", "--dataset", url);
		}
		finally {
			server.stop(0);
		}
	}

	private void assertRefused(String sentence, String... options) throws Exception {
		assertThat(run("up", options)).containsExactly(sentence);
		assertThat(run("status").getFirst()).startsWith("Nothing is running");
	}

	/** What a command says, on both of its streams; only the status may succeed. */
	private List<String> run(String command, String... options) throws Exception {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx64m", "-jar", Objects.requireNonNull(System.getProperty("mokuroku.jar")), command));
		line.addAll(Arrays.asList(options));
		line.addAll(List.of("--state", this.folder.resolve("state").toString()));
		if (command.equals("up")) {
			line.addAll(List.of("--port-base", String.valueOf(this.ports.base())));
		}
		Path output = Files.createTempFile(this.folder, command, ".txt");
		Process process = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ended", command).isTrue();
		assertThat(process.exitValue()).isEqualTo(command.equals("up") ? 1 : 0);
		return Files.readAllLines(output);
	}

}
