package io.mokuroku.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to a server on this machine that can be cut, slowed down and mended. A cut line
 * takes connections and closes them at once.
 */
public final class Loopback implements AutoCloseable {

	private final ServerSocket entrance;

	private final int target;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private volatile boolean cut;

	private volatile Duration delay = Duration.ZERO;

	private Loopback(ServerSocket entrance, int target) {
		this.entrance = entrance;
		this.target = target;
	}

	/** A line to a port of 127.0.0.1. */
	public static Loopback to(int port) {
		try {
			Loopback line = new Loopback(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
			Thread.ofVirtual().start(line::accept);
			return line;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where it begins, on 127.0.0.1. */
	public int port() {
		return this.entrance.getLocalPort();
	}

	/** Breaks all connections, and every new one. */
	public void cut() {
		this.cut = true;
		closeAll();
	}

	/** Delays all that the server sends from now on. */
	public void slow(Duration time) {
		this.delay = time;
	}

	/** As it was at first. */
	public void mend() {
		if (!this.delay.isZero()) {
			this.delay = Duration.ZERO;
			closeAll();
		}
		this.cut = false;
	}

	@Override
	public void close() {
		cut();
		quietly(this.entrance);
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.entrance.accept();
				if (this.cut) {
					quietly(client);
					continue;
				}
				connect(client);
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void connect(Socket client) {
		try {
			Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
			client.setTcpNoDelay(true);
			server.setTcpNoDelay(true);
			this.open.add(client);
			this.open.add(server);
			Thread.ofVirtual().start(() -> pass(client, server, false));
			Thread.ofVirtual().start(() -> pass(server, client, true));
		}
		catch (IOException ex) {
			quietly(client);
		}
	}

	private void pass(Socket from, Socket to, boolean slowly) {
		byte[] buffer = new byte[16_384];
		try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				if (slowly && !this.delay.isZero()) {
					Thread.sleep(this.delay);
				}
				out.write(buffer, 0, read);
				out.flush();
			}
		}
		catch (IOException ex) {
			// one side has hung up
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			quietly(from);
			quietly(to);
			this.open.remove(from);
			this.open.remove(to);
		}
	}

	private void closeAll() {
		this.open.forEach(Loopback::quietly);
	}

	private static void quietly(Closeable socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// it is of no more use anyway
		}
	}

}
