package io.mokuroku.enrichment.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A web server that answers every request in one way of its own, on a loopback address.
 */
final class BadServer implements AutoCloseable {

	/** Two line ends. */
	private static final int END_OF_REQUEST = 0x0d0a0d0a;

	private final ServerSocket server;

	private final AtomicLong sent = new AtomicLong();

	BadServer(Answer answer) {
		try {
			this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(() -> serve(answer));
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getLocalPort() + "/1.png");
	}

	/** How many bytes of bodies it got rid of. */
	long sent() {
		return this.sent.get();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	private void serve(Answer answer) {
		while (!this.server.isClosed()) {
			try (Socket connection = this.server.accept()) {
				readRequest(connection.getInputStream());
				answer.to(connection.getOutputStream(), this.sent);
			}
			catch (IOException _) {
				// whoever asked has left
			}
			catch (InterruptedException _) {
				return;
			}
		}
	}

	/** Whoever closes with something unread takes the answer away with it. */
	private static void readRequest(InputStream in) throws IOException {
		int last = 0;
		while (last != END_OF_REQUEST) {
			int next = in.read();
			if (next < 0) {
				return;
			}
			last = last << 8 | next;
		}
	}

	/** The way in which it answers. */
	@FunctionalInterface
	interface Answer {

		void to(OutputStream out, AtomicLong sent) throws IOException, InterruptedException;

		/** The same text for everybody. */
		static Answer text(String text) {
			return (out, sent) -> {
				out.write(text.getBytes(StandardCharsets.ISO_8859_1));
				out.flush();
			};
		}

	}

}
