package io.mokuroku.upstream.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
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

	private static final int LONGEST_LINE = 8_192;

	private static final int MOST_LINES = 200;

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
	 * @param headers what else to tell, by name; without line ends
	 * @param body what to POST; null to GET
	 * @param server where the server is
	 * @param socket not connected yet; closed afterwards
	 * @throws IOException if there is no whole answer
	 */
	public Reply ask(URI page, Map<String, String> headers, byte @Nullable [] body, InetAddress server, Socket socket)
			throws IOException {
		boolean secure = "https".equalsIgnoreCase(page.getScheme());
		int port = (page.getPort() > 0) ? page.getPort() : (secure ? 443 : 80);
		try (socket) {
			socket.connect(new InetSocketAddress(server, port), (int) this.connectTimeout.toMillis());
			socket.setSoTimeout((int) this.readTimeout.toMillis());
			try (Socket connection = secure ? secured(socket, page.getHost(), port) : socket) {
				connection.getOutputStream().write(request(page, headers, body));
				connection.getOutputStream().flush();
				return reply(new BufferedInputStream(connection.getInputStream()));
			}
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

	private static byte[] request(URI page, Map<String, String> headers, byte @Nullable [] body) {
		String path = page.getRawPath().isEmpty() ? "/" : page.getRawPath();
		String query = (page.getRawQuery() != null) ? "?" + page.getRawQuery() : "";
		String host = page.getHost() + ((page.getPort() > 0) ? ":" + page.getPort() : "");
		StringBuilder head = new StringBuilder((body != null) ? "POST " : "GET ").append(path)
			.append(query)
			.append(" HTTP/1.1\r\nHost: ")
			.append(host)
			.append("\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
		headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
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

	private Reply reply(InputStream in) throws IOException {
		int status;
		Map<String, String> headers;
		do {
			status = status(line(in));
			headers = headers(in);
		}
		while (status >= 100 && status < 200);
		String length = headers.get("content-length");
		byte[] body;
		if (headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunked")) {
			body = chunks(in);
		}
		else if (length != null) {
			long promised = number(length, 10);
			body = in.readNBytes((int) Math.min(promised, this.largest + 1L));
			if (body.length < promised && body.length <= this.largest) {
				throw new EOFException("cut short");
			}
		}
		else {
			body = in.readNBytes(this.largest + 1);
		}
		return new Reply(status, headers, body);
	}

	private static int status(String line) throws IOException {
		String[] words = line.split(" ", 3);
		if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
			throw new ProtocolException("not HTTP");
		}
		return (int) number(words[1], 10);
	}

	private static Map<String, String> headers(InputStream in) throws IOException {
		Map<String, String> headers = new HashMap<>();
		for (int lines = 0; lines < MOST_LINES; lines++) {
			String line = line(in);
			if (line.isEmpty()) {
				return headers;
			}
			int colon = line.indexOf(':');
			if (colon > 0) {
				headers.putIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT),
						line.substring(colon + 1).strip());
			}
		}
		throw new ProtocolException("too many headers");
	}

	private byte[] chunks(InputStream in) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		while (body.size() <= this.largest) {
			String line = line(in);
			int semicolon = line.indexOf(';');
			long size = number((semicolon < 0) ? line : line.substring(0, semicolon), 16);
			if (size == 0) {
				return body.toByteArray();
			}
			byte[] chunk = in.readNBytes((int) Math.min(size, this.largest + 1L - body.size()));
			body.writeBytes(chunk);
			if (chunk.length < size && body.size() <= this.largest) {
				throw new EOFException("cut short");
			}
			if (body.size() <= this.largest) {
				line(in);
			}
		}
		return body.toByteArray();
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new EOFException("cut short");
			}
			if (line.length() == LONGEST_LINE) {
				throw new ProtocolException("a line without end");
			}
			line.append((char) next);
		}
		return line.toString().stripTrailing();
	}

	private static long number(String digits, int radix) throws IOException {
		try {
			long number = Long.parseLong(digits.strip(), radix);
			if (number >= 0) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			throw new ProtocolException("not a number: " + ex.getMessage());
		}
		throw new ProtocolException("not a size");
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

}
