package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import io.mokuroku.local.Ports;
import io.mokuroku.local.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatasetTests {

	@TempDir
	Path folder;

	private HttpServer server;

	@BeforeEach
	void serve() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			byte[] body = "{\"data\": []}".getBytes(StandardCharsets.UTF_8);
			boolean found = exchange.getRequestURI().getPath().equals("/release.json");
			exchange.sendResponseHeaders(found ? 200 : 404, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void takesTheSampleByItsName() throws InterruptedException {
		assertThat(Dataset.readable("sample")).isEqualTo("sample");
	}

	@Test
	void passesAFileOnWithItsWholePath() throws Exception {
		Path file = Files.writeString(this.folder.resolve("release.json"), "\n {}");

		assertThat(Dataset.readable(this.folder.resolve(".").resolve("release.json").toString()))
			.isEqualTo(file.toAbsolutePath().toString());
	}

	@Test
	void takesANumberOfInventedTitles() throws Exception {
		assertThat(Dataset.readable("invented:500")).isEqualTo("invented:500");
		assertThat(Dataset.invented("invented:500")).hasValue(500);
		assertThat(Dataset.invented("release.json")).isEmpty();
		for (String wrong : List.of("invented:", "invented:0", "invented:many", "invented:1001")) {
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Dataset.readable(wrong))
				.withMessageContaining("1 to 1000 invented titles");
		}
	}

	@Test
	void passesACompressedFileOnWhateverItIsCalled() throws Exception {
		Path file = Files.write(this.folder.resolve("release"), HexFormat.of().parseHex("28b52ffd2400"));

		assertThat(Dataset.readable(file.toString())).isEqualTo(file.toString());
	}

	@Test
	void passesAUrlOnAsItIs() throws Exception {
		assertThat(Dataset.readable(url("/release.json"))).isEqualTo(url("/release.json"));
	}

	@Test
	void refusesAFileThatIsNotThere() {
		assertRefused(this.folder.resolve("missing").toString(), " does not exist.");
	}

	@Test
	void refusesWhatIsNoRelease() throws IOException {
		assertRefused(Files.createFile(this.folder.resolve("empty")).toString(), " is empty.");
		assertRefused(this.folder.toString(), " is a directory, not a file.");
		assertRefused(Files.writeString(this.folder.resolve("release.json.zst"), "PK").toString(),
				" is neither JSON nor JSON compressed with Zstandard.");
	}

	@Test
	void refusesWhatItsServerDoesNotGive() {
		assertRefused(url("/gone.json"), " cannot be had: its server answered 404.");
		this.server.stop(0);
		assertRefused(url("/release.json"), " cannot be had: its server cannot be reached.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{" })
	@Timeout(10)
	void refusesWhatItsServerStopsSending(String beginning) throws IOException {
		try (ServerSocket stalled = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> stall(stalled, beginning));
			String address = Ports.url(stalled.getLocalPort()) + "/release.json";

			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Dataset.readable(address, Duration.ofMillis(300)))
				.withMessage("The dataset " + address + " cannot be had: its server takes too long.");
		}
	}

	@Test
	void refusesWhatOnlyLooksLikeAUrl() {
		assertRefused("https://exa mple", " is not a URL that can be read.");
		assertRefused("https:///release.json", " is not a URL that can be read.");
	}

	private static void assertRefused(String given, String sentence) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Dataset.readable(given))
			.withMessage("The dataset " + given + sentence);
	}

	/** Begins to answer and then waits until the other side hangs up. */
	private static void stall(ServerSocket server, String beginning) {
		try (Socket connection = server.accept()) {
			connection.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
			connection.getInputStream().transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException _) {
			// the other side has hung up
		}
	}

	private String url(String path) {
		return Ports.url(this.server.getAddress().getPort()) + path;
	}

}
