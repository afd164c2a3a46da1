package io.mokuroku.enrichment.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import io.mokuroku.enrichment.image.BadServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Servers that mean ill or are broken cost little time and little memory.
 */
@Timeout(10)
final class BadServerTests {

	private static final int LARGEST = 100_000;

	private static final long HUGE = 200_000_000;

	@Test
	void leavesABodyThatIsTooLarge() throws Exception {
		try (BadServer server = new BadServer((out, sent) -> flood(out, sent, "HTTP/1.1 200 OK\r\n\r\n"))) {
			assertThat(failure(server)).isEqualTo("too large");
			assertThat(server.sent()).isLessThan(20_000_000);
		}
	}

	@Test
	void leavesABodyThatSaysItIsTooLarge() throws Exception {
		try (BadServer server = new BadServer(
				(out, sent) -> flood(out, sent, "HTTP/1.1 200 OK\r\nContent-Length: " + HUGE + "\r\n\r\n"))) {
			assertThat(failure(server)).isEqualTo("too large");
			assertThat(server.sent()).isLessThan(20_000_000);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nX-", "" })
	void doesNotWaitForWhatComesDropByDrop(String beginning) throws Exception {
		try (BadServer server = new BadServer((out, sent) -> {
			out.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
			while (true) {
				out.write('x');
				out.flush();
				Thread.sleep(20);
			}
		})) {
			assertThat(failure(server)).isEqualTo("too slow");
		}
	}

	@Test
	void doesNotWaitForOneThatSaysNothing() throws Exception {
		try (BadServer server = new BadServer((out, sent) -> Thread.sleep(Duration.ofSeconds(5)))) {
			assertThat(failure(server)).isEqualTo("not reachable");
		}
	}

	@Test
	void readsABodyInChunks() throws Exception {
		try (BadServer server = new BadServer(Answer.text(String.join("\r\n", "HTTP/1.1 100 Continue", "",
				"HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "3", "abc", "2;x=y", "de", "0", "", "")));
				ImageDownload download = download()) {
			assertThat(download.fetch(server.address())).asString(StandardCharsets.US_ASCII).isEqualTo("abcde");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "garbage\r\n\r\n", "HTTP/1.1 abc\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nabc",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\nabc", "HTTP/1.1 200 OK\r\nA: b",
			"HTTP/1.1 200 OK\r\n : b\r\n\r\nabc", "HTTP/1.1 200 OK\r\nA: b\r\nA : b\r\n\r\nabc" })
	void doesNotTakeHalfAnAnswer(String answer) throws Exception {
		try (BadServer server = new BadServer(Answer.text(answer))) {
			assertThat(failure(server)).isEqualTo("not reachable");
		}
	}

	@Test
	void doesNotReadHeadersForEver() throws Exception {
		for (String endless : List.of("A: b\r\n", "x")) {
			try (BadServer server = new BadServer((out, sent) -> {
				out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
				for (int i = 0; i < 100_000; i++) {
					out.write(endless.getBytes(StandardCharsets.ISO_8859_1));
					sent.incrementAndGet();
				}
			})) {
				assertThat(failure(server)).isEqualTo("not reachable");
			}
		}
	}

	private static void flood(OutputStream out, AtomicLong sent, String beginning) throws IOException {
		out.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
		byte[] block = new byte[100_000];
		while (sent.get() < HUGE) {
			out.write(block);
			sent.addAndGet(block.length);
		}
	}

	private static String failure(BadServer server) {
		try (ImageDownload download = download()) {
			return Objects.requireNonNull(
					assertThatException().isThrownBy(() -> download.fetch(server.address())).actual().getMessage());
		}
	}

	private static ImageDownload download() {
		return new ImageDownload(new ImageSettings("pictures", true, List.of(), DataSize.ofBytes(LARGEST), 100, 100,
				Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofMillis(600), Duration.ofDays(1), 1));
	}

}
