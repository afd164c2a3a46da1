package io.mokuroku.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that no decent client sends, byte by byte.
 */
class ContainerErrorsTests {

	private static final RunningService service = RunningService.shared();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "GET /v1/search?q=<x> HTTP/1.1|400", "GET /v1/a b HTTP/1.1|400", "GET /v1/%zz HTTP/1.1|400",
					"GET /v1/open%2Fnone HTTP/1.1|400", "GET /v1/open/%00 HTTP/1.1|400",
					"GET /v1/open/../search HTTP/1.1|400", "GET /v1/open;a=b/none HTTP/1.1|400",
					"GET /v1/open//none HTTP/1.1|400", "G<T / HTTP/1.1|400", "GET /v1/search HTTP/9.9|505",
					"BREW /v1/search HTTP/1.1|400", "TRACE /v1/search HTTP/1.1|405" })
	void answersRequestLineThatBreaksTheRules(String requestLine, int status) throws IOException {
		check(send(requestLine, "Host: localhost"), status);
	}

	@Test
	void answersMissingHost() throws IOException {
		check(send("GET /v1/search?q=x HTTP/1.1"), 400);
	}

	@Test
	void answersLongAddressAndLongHeader() throws IOException {
		check(send("GET /v1/search?q=" + "x".repeat(20_000) + " HTTP/1.1", "Host: localhost"), 400);
		check(send("GET /v1/search?q=x HTTP/1.1", "Host: localhost", "X-Long: " + "x".repeat(20_000)), 400);
	}

	@Test
	void answersUnknownTransferEncoding() throws IOException {
		check(send("POST /v1/open/import HTTP/1.1", "Host: localhost", "Transfer-Encoding: zip"), 501);
	}

	@Test
	void answersContradictoryLengths() throws IOException {
		check(send("POST /v1/open/import HTTP/1.1", "Host: localhost", "Content-Length: 0", "Content-Length: 3"), 400);
	}

	@Test
	void answersTooManyParameters() throws IOException {
		check(send("GET /v1/open/anything?" + "a=1&".repeat(300) + " HTTP/1.1", "Host: localhost"), 400);
	}

	@Test
	void answersParameterThatCannotBeDecoded() throws IOException {
		check(send("GET /v1/search?q=%zz HTTP/1.1", "Host: localhost"), 400);
	}

	private static void check(String response, int status) {
		String head = response.substring(0, Math.max(0, response.indexOf("\r\n\r\n")));
		String body = response.substring(response.indexOf("\r\n\r\n") + 4);
		assertThat(head).as(response).startsWith("HTTP/1.1 " + status);
		assertThat(head).doesNotContainIgnoringCase("\r\nserver:");
		assertThat(head).containsIgnoringCase("x-content-type-options: nosniff");
		ErrorForm.check(status, contentType(head), body);
	}

	private static String contentType(String head) {
		return head.lines()
			.filter((line) -> line.regionMatches(true, 0, "content-type:", 0, 13))
			.map((line) -> line.substring(13).strip())
			.findFirst()
			.orElse("");
	}

	private static String send(String requestLine, String... headers) throws IOException {
		String request = requestLine + "\r\n" + String.join("\r\n", headers) + (headers.length > 0 ? "\r\n" : "")
				+ "Connection: close\r\n\r\n";
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
