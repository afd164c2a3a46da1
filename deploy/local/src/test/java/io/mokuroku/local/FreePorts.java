package io.mokuroku.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;

/**
 * Finds ports for a run that nobody listens on.
 */
public final class FreePorts {

	private FreePorts() {
	}

	/**
	 * Ports that were all free a moment ago.
	 */
	public static Ports find() {
		Random random = new Random();
		for (int i = 0; i < 100; i++) {
			Ports ports = new Ports(10_000 + random.nextInt(20_000));
			if (ports.owners().keySet().stream().allMatch(FreePorts::isFree)) {
				return ports;
			}
		}
		throw new IllegalStateException("no free ports found");
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return true;
		}
		catch (IOException _) {
			return false;
		}
	}

}
