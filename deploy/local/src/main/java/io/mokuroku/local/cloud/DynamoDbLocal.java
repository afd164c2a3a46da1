package io.mokuroku.local.cloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.dynamodb.services.local.monitoring.Telemetry;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local with its tables on disk, as a process of its own. Its own main class
 * listens on every address of the machine and has no option against that, so its request
 * handler is put behind a Jetty that listens on one.
 */
public final class DynamoDbLocal implements AutoCloseable {

	private final Server server;

	private final LocalDynamoDBServerHandler handler;

	private DynamoDbLocal(Server server, LocalDynamoDBServerHandler handler) {
		this.server = server;
		this.handler = handler;
	}

	/**
	 * Starts the server without telemetry, with one database for every account and
	 * region.
	 * @param directory where the tables are kept, created when missing
	 * @param port the port to bind on the loopback address
	 * @return the running server
	 * @throws IOException when it cannot be started
	 */
	public static DynamoDbLocal open(Path directory, int port) throws IOException {
		Files.createDirectories(directory);
		try {
			Telemetry.configureTelemetry("", "", false);
			LocalDynamoDBServerHandler handler = new LocalDynamoDBServerHandler(
					new LocalDynamoDBRequestHandler(0, false, directory.toString(), true, false), null);
			Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			server.setHandler(new ContextHandler(handler, "/"));
			server.start();
			return new DynamoDbLocal(server, handler);
		}
		catch (IOException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IOException("DynamoDB Local does not start", ex);
		}
	}

	@Override
	public void close() throws IOException {
		try {
			this.server.stop();
			this.handler.close();
		}
		catch (Exception ex) {
			throw new IOException("DynamoDB Local does not stop", ex);
		}
	}

}
