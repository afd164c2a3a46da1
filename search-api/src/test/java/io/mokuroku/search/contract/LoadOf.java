package io.mokuroku.search.contract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks one path over and over, on connections that stay open, with as little work of its
 * own as possible.
 */
final class LoadOf {

	private final int port;

	private final int connections;

	LoadOf(int port, int connections) {
		this.port = port;
		this.connections = connections;
	}

	/** One answer. */
	Answered once(String path) throws IOException {
		try (Socket socket = open()) {
			return ask(socket, new BufferedInputStream(socket.getInputStream(), 65_536), request(path));
		}
	}

	/**
	 * Answers a second.
	 * @throws IllegalStateException if one of them is not 200
	 */
	double perSecond(String path, Duration time) throws InterruptedException, ExecutionException {
		byte[] request = request(path);
		long start = System.nanoTime();
		long end = start + time.toNanos();
		long total = 0;
		try (ExecutorService threads = Executors.newFixedThreadPool(this.connections)) {
			List<Future<Long>> counts = new ArrayList<>();
			for (int i = 0; i < this.connections; i++) {
				counts.add(threads.submit(() -> repeat(request, end)));
			}
			for (Future<Long> count : counts) {
				total += count.get();
			}
		}
		return total / ((System.nanoTime() - start) / 1e9);
	}

	private long repeat(byte[] request, long end) {
		try (Socket socket = open()) {
			InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
			long count = 0;
			while (System.nanoTime() < end) {
				Answered answer = ask(socket, in, request);
				if (answer.status() != 200) {
					throw new IllegalStateException("status " + answer.status());
				}
				count++;
			}
			return count;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Socket open() throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
		socket.setTcpNoDelay(true);
		return socket;
	}

	private static byte[] request(String path) {
		return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
	}

	private static Answered ask(Socket socket, InputStream in, byte[] request) throws IOException {
		socket.getOutputStream().write(request);
		int status = Integer.parseInt(line(in).substring(9, 12));
		int length = -1;
		for (String header = line(in); !header.isEmpty(); header = line(in)) {
			if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
				length = Integer.parseInt(header.substring(15).strip());
			}
		}
		if (length >= 0) {
			return new Answered(status, text(in.readNBytes(length)));
		}
		StringBuilder body = new StringBuilder();
		while (true) {
			int size = Integer.parseInt(line(in), 16);
			body.append(text(in.readNBytes(size)));
			line(in);
			if (size == 0) {
				return new Answered(status, body.toString());
			}
		}
	}

	private static String text(byte[] octets) {
		return new String(octets, StandardCharsets.ISO_8859_1);
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder(64);
		for (int octet = in.read(); octet != '\n'; octet = in.read()) {
			if (octet < 0) {
				throw new IOException("closed");
			}
			if (octet != '\r') {
				line.append((char) octet);
			}
		}
		return line.toString();
	}

	/**
	 * What came back.
	 *
	 * @param body one character an octet
	 */
	record Answered(int status, String body) {
	}

}
