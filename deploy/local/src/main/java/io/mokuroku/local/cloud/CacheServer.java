package io.mokuroku.local.cloud;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/**
 * Redis as a child process: the binary that comes with the build, else
 * {@code redis-server} on the PATH. It keeps nothing on disk, as everything in it can be
 * made again.
 */
final class CacheServer implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(CacheServer.class);

	private static final Duration START_LIMIT = Duration.ofSeconds(5);

	private final Process process;

	private CacheServer(Process process) {
		this.process = process;
	}

	/**
	 * Starts Redis.
	 * @return the running server, empty when this machine has no Redis that runs
	 */
	static Optional<CacheServer> open(Path directory, String host, int port) throws IOException {
		Files.createDirectories(directory);
		stopLeftover(directory);
		return bundled(directory).flatMap((binary) -> start(binary, directory, host, port))
			.or(() -> start("redis-server", directory, host, port));
	}

	boolean isRunning() {
		return this.process.isAlive();
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(5, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private static Optional<String> bundled(Path directory) {
		try {
			File binaries = Files.createDirectories(directory.resolve("bin")).toFile();
			return Optional.of(ExecutableProvider.newJarResourceProvider(binaries).get().getAbsolutePath());
		}
		catch (IOException | RuntimeException ex) {
			log.info("event=no-bundled-redis cause=\"{}\"", ex.toString());
			return Optional.empty();
		}
	}

	private static Optional<CacheServer> start(String binary, Path directory, String host, int port) {
		try {
			Process process = new ProcessBuilder(binary, "--bind", host, "--port", String.valueOf(port), "--save", "",
					"--appendonly", "no", "--dir", directory.toString(), "--maxmemory", "128mb", "--maxmemory-policy",
					"allkeys-lru")
				.redirectErrorStream(true)
				.redirectOutput(directory.resolve("redis.log").toFile())
				.start();
			if (remember(process, directory) && answers(process, host, port)) {
				return Optional.of(new CacheServer(process));
			}
			process.destroyForcibly();
			log.info("event=redis-does-not-answer binary={}", binary);
		}
		catch (IOException ex) {
			log.info("event=redis-does-not-start binary={} cause=\"{}\"", binary, ex.getMessage());
		}
		return Optional.empty();
	}

	/** A Redis that the next start could not find would keep the port. */
	private static boolean remember(Process process, Path directory) {
		try {
			Files.writeString(directory.resolve("redis.pid"), String.valueOf(process.pid()));
			return true;
		}
		catch (IOException ex) {
			log.info("event=redis-not-remembered cause=\"{}\"", ex.toString());
			return false;
		}
	}

	private static boolean answers(Process process, String host, int port) {
		long deadline = System.nanoTime() + START_LIMIT.toNanos();
		while (process.isAlive() && System.nanoTime() < deadline) {
			if (pong(host, port)) {
				return true;
			}
			try {
				if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
					return false;
				}
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
		return false;
	}

	private static boolean pong(String host, int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), 500);
			socket.setSoTimeout(500);
			socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
			byte[] answer = socket.getInputStream().readNBytes(5);
			return "+PONG".equals(new String(answer, StandardCharsets.US_ASCII));
		}
		catch (IOException _) {
			return false;
		}
	}

	/** Redis outlives a cloud that was killed; it would keep the port. */
	private static void stopLeftover(Path directory) throws IOException {
		Path pidFile = directory.resolve("redis.pid");
		if (!Files.exists(pidFile)) {
			return;
		}
		List<String> lines = Files.readAllLines(pidFile);
		Files.delete(pidFile);
		if (lines.isEmpty() || !lines.getFirst().matches("\\d+")) {
			return;
		}
		ProcessHandle.of(Long.parseLong(lines.getFirst())).filter(CacheServer::isRedis).ifPresent((leftover) -> {
			leftover.destroy();
			try {
				leftover.onExit().get(5, TimeUnit.SECONDS);
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
			catch (ExecutionException | TimeoutException _) {
				leftover.destroyForcibly();
			}
		});
	}

	private static boolean isRedis(ProcessHandle handle) {
		return handle.info().command().filter((command) -> command.contains("redis-server")).isPresent();
	}

}
