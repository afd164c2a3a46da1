package io.mokuroku.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/**
 * Engines of a test in a process of their own, so that what they take can be told from
 * what the tested code takes. They end with the process that started them.
 */
public final class EnginesApart implements AutoCloseable {

	private static final String READY = "ready ";

	private final Process process;

	private final LocalEngines engines;

	private EnginesApart(Process process, LocalEngines engines) {
		this.process = process;
		this.engines = engines;
	}

	/**
	 * Starts empty engines.
	 * @param heap what Java may take, as {@code 1g}; tables in memory lie beside it
	 * @throws IOException if they do not start
	 */
	public static EnginesApart start(String heap) throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Process process = new ProcessBuilder(List.of(java, "-Xmx" + heap, "--enable-native-access=ALL-UNNAMED", "-cp",
				System.getProperty("java.class.path"), EnginesApart.class.getName()))
			.redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
			.start();
		BufferedReader told = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		for (String line = told.readLine(); line != null; line = told.readLine()) {
			if (line.startsWith(READY)) {
				String[] addresses = line.substring(READY.length()).split(" ", -1);
				Thread.ofVirtual().start(() -> told.lines().forEach((_) -> {
				}));
				return new EnginesApart(process, LocalEngines.at(URI.create(addresses[0]), URI.create(addresses[1])));
			}
		}
		throw new IOException("The engines did not start");
	}

	/** Runs until nobody holds the other end of its input. */
	public static void main(String[] arguments) throws IOException {
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		LocalEngines.start();
		System.out.println(
				READY + System.getProperty("aws.endpointUrlDynamoDb") + " " + System.getProperty("aws.endpointUrlSqs"));
		while (System.in.read() >= 0) {
			Thread.onSpinWait();
		}
		System.exit(0);
	}

	/** Clients of them. */
	public LocalEngines engines() {
		return this.engines;
	}

	/** User and system time they have taken so far. */
	public Duration processorTime() {
		return this.process.toHandle().info().totalCpuDuration().orElseThrow();
	}

	@Override
	public void close() throws IOException {
		this.process.getOutputStream().close();
	}

}
