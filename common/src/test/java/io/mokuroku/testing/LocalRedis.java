package io.mokuroku.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * A Redis of its own for a test, as a child process that keeps nothing: the one that
 * comes with the tests, or that which the environment variable
 * {@code MOKUROKU_REDIS_SERVER} names.
 */
public final class LocalRedis implements AutoCloseable {

	private final RedisServer server;

	private final int port;

	private LocalRedis(RedisServer server, int port) {
		this.server = server;
		this.port = port;
	}

	/** Starts a Redis on a free port. */
	public static LocalRedis start() {
		return startAt(freePort());
	}

	/** Starts a Redis on a port that was in use before. */
	public static LocalRedis startAt(int port) {
		try {
			RedisServer server = server().bind("127.0.0.1")
				.port(port)
				.setting("save \"\"")
				.setting("appendonly no")
				.build();
			server.start();
			return new LocalRedis(server, port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts a Redis that speaks TLS alone, and to those alone who sign in.
	 * @param certificate whom it says it is
	 * @param users who may sign in, as its access control lists are written; there is no
	 * default user
	 * @param settings more lines of its configuration
	 */
	public static LocalRedis startSecured(LocalCertificate certificate, List<String> users, String... settings) {
		int port = freePort();
		RedisServerBuilder builder = server().bind("127.0.0.1")
			.port(0)
			.setting("tls-port " + port)
			.setting("tls-cert-file " + certificate.chain())
			.setting("tls-key-file " + certificate.key())
			.setting("tls-ca-cert-file " + certificate.chain())
			.setting("tls-auth-clients no")
			.setting("save \"\"")
			.setting("appendonly no")
			.setting("user default off");
		Stream.of(settings).forEach(builder::setting);
		users.forEach((user) -> builder.setting("user " + user));
		try {
			RedisServer server = builder.build();
			server.start();
			return new LocalRedis(server, port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where it listens, on 127.0.0.1. */
	public int port() {
		return this.port;
	}

	/** A new client with connections of its own, as another instance would have. */
	public LettuceConnectionFactory connect() {
		return connect(this.port);
	}

	/** A new client of a Redis that is reached by another port of 127.0.0.1. */
	public static LettuceConnectionFactory connect(int port) {
		LettuceConnectionFactory factory = new LettuceConnectionFactory(
				new RedisStandaloneConfiguration("127.0.0.1", port),
				LettuceClientConfiguration.builder()
					.commandTimeout(Duration.ofMillis(500))
					.shutdownTimeout(Duration.ZERO)
					.build());
		factory.afterPropertiesSet();
		factory.start();
		return factory;
	}

	/**
	 * Forgets everything that lies in it.
	 * @param client one of {@link #connect}
	 */
	public static void empty(LettuceConnectionFactory client) {
		try (RedisConnection connection = client.getConnection()) {
			connection.serverCommands().flushAll();
		}
	}

	/** Takes it away, with all that lies in it. */
	public void stop() {
		try {
			this.server.stop();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		stop();
	}

	private static RedisServerBuilder server() {
		String other = System.getenv("MOKUROKU_REDIS_SERVER");
		RedisServerBuilder builder = RedisServer.newRedisServer();
		return (other != null) ? builder.executableProvider(() -> new File(other)) : builder;
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
