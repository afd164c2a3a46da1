package io.mokuroku.upstream.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.jspecify.annotations.Nullable;

/**
 * Asks for one page at one address of the internet, which the caller has checked: no name
 * is resolved here, so that it cannot mean something else by now. Of HTTP/1.1 only what a
 * GET or POST on a connection of its own needs (RFC 9112). Nothing is unpacked.
 */
public final class DirectHttp {

	private static final int MOST_LINES = 200;

	/** What may name a header, a token of RFC 9110. */
	private static final Pattern NAME = Pattern.compile("[-!#$%&'*+.^_`|~0-9A-Za-z]+");

	private final Duration connectTimeout;

	private final Duration readTimeout;

	private final int largest;

	/**
	 * Requests with limits.
	 * @param readTimeout how long the other side may be silent
	 * @param largest after how many bytes a body is left, one more than is returned of it
	 */
	public DirectHttp(Duration connectTimeout, Duration readTimeout, int largest) {
		this.connectTimeout = connectTimeout;
		this.readTimeout = readTimeout;
		this.largest = largest;
	}

	/** A connection to nowhere yet, which others may close at any time. */
	public static Socket socket() {
		return new Socket();
	}

	/**
	 * Asks for a page.
	 * @param page its address, which names the server
	 * @param headers what else to tell, by name; one line each
	 * @param body what to POST; null to GET
	 * @param server where the server is
	 * @param socket not connected yet; closed afterwards
	 * @throws IOException if there is no whole answer
	 */
	public Reply ask(URI page, Map<String, String> headers, byte @Nullable [] body, InetAddress server, Socket socket)
			throws IOException {
		try (Opened opened = open(page, headers, body, server, socket)) {
			return new Reply(opened.status(), opened.headers(), opened.body().readNBytes(this.largest + 1));
		}
	}

	/**
	 * Asks for a page whose body the caller reads as far as it wishes: nothing bounds it
	 * here.
	 * @param page its address, which names the server
	 * @param headers what else to tell, by name; one line each
	 * @param body what to POST; null to GET
	 * @param server where the server is
	 * @param socket not connected yet; closed with the answer, or where there is none
	 * @throws IOException if there is no answer
	 */
	public Opened open(URI page, Map<String, String> headers, byte @Nullable [] body, InetAddress server, Socket socket)
			throws IOException {
		boolean secure = "https".equalsIgnoreCase(page.getScheme());
		int port = (page.getPort() > 0) ? page.getPort() : (secure ? 443 : 80);
		try {
			socket.connect(new InetSocketAddress(server, port), (int) this.connectTimeout.toMillis());
			socket.setSoTimeout((int) this.readTimeout.toMillis());
			Socket connection = secure ? secured(socket, page.getHost(), port) : socket;
			connection.getOutputStream().write(request(page, headers, body));
			connection.getOutputStream().flush();
			return opened(new BufferedInputStream(connection.getInputStream()));
		}
		catch (IOException | RuntimeException ex) {
			socket.close();
			throw ex;
		}
	}

	/** The certificate must be that of the name, whatever address it was found at. */
	private static Socket secured(Socket socket, String host, int port) throws IOException {
		if (SSLSocketFactory.getDefault() instanceof SSLSocketFactory factory
				&& factory.createSocket(socket, host, port, true) instanceof SSLSocket secured) {
			SSLParameters parameters = secured.getSSLParameters();
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
			secured.setSSLParameters(parameters);
			secured.startHandshake();
			return secured;
		}
		throw new IOException("This Java has no TLS");
	}

	private static byte[] request(URI page, Map<String, String> headers, byte @Nullable [] body)
			throws ProtocolException {
		String path = page.getRawPath().isEmpty() ? "/" : page.getRawPath();
		String query = (page.getRawQuery() != null) ? "?" + page.getRawQuery() : "";
		String host = page.getHost() + ((page.getPort() > 0) ? ":" + page.getPort() : "");
		StringBuilder head = new StringBuilder((body != null) ? "POST " : "GET ").append(path)
			.append(query)
			.append(" HTTP/1.1\r\nHost: ")
			.append(host)
			.append("\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
		for (Map.Entry<String, String> header : headers.entrySet()) {
			if (header.getValue().chars().anyMatch((sign) -> sign < ' ')) {
				throw new ProtocolException("a header of more than a line");
			}
			head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
		}
		if (body != null) {
			head.append("Content-Length: ").append(body.length).append("\r\n");
		}
		ByteArrayOutputStream request = new ByteArrayOutputStream();
		request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
		if (body != null) {
			request.writeBytes(body);
		}
		return request.toByteArray();
	}

	private static Opened opened(InputStream in) throws IOException {
		int status;
		Map<String, String> headers;
		do {
			status = status(AnswerBody.line(in));
			headers = headers(in);
		}
		while (status >= 100 && status < 200);
		String length = headers.get("content-length");
		InputStream body;
		if (status == 204 || status == 304) {
			body = AnswerBody.ofLength(in, 0);
		}
		else if (headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunked")) {
			body = AnswerBody.inChunks(in);
		}
		else {
			body = (length != null) ? AnswerBody.ofLength(in, AnswerBody.number(length, 10))
					: AnswerBody.untilClosed(in);
		}
		return new Opened(status, headers, body);
	}

	private static int status(String line) throws IOException {
		String[] words = line.split(" ", 3);
		if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
			throw new ProtocolException("not HTTP");
		}
		return (int) AnswerBody.number(words[1], 10);
	}

	private static Map<String, String> headers(InputStream in) throws IOException {
		Map<String, String> headers = new HashMap<>();
		for (int lines = 0; lines < MOST_LINES; lines++) {
			String line = AnswerBody.line(in);
			if (line.isEmpty()) {
				return headers;
			}
			int colon = line.indexOf(':');
			if (colon < 0 || !NAME.matcher(line.substring(0, colon)).matches()) {
				throw new ProtocolException("not a header");
			}
			headers.putIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
		}
		throw new ProtocolException("too many headers");
	}

	/**
	 * An answer.
	 *
	 * @param status the HTTP status
	 * @param headers by lower-case name
	 * @param body the body, one byte more than allowed if it is larger
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Reply(int status, Map<String, String> headers, byte[] body) {
	}

	/**
	 * An answer whose body is still to be read.
	 *
	 * @param status the HTTP status
	 * @param headers by lower-case name
	 * @param body the body; closing it closes the connection
	 */
	public record Opened(int status, Map<String, String> headers, InputStream body) implements AutoCloseable {

		@Override
		public void close() throws IOException {
			this.body.close();
		}

	}

}
