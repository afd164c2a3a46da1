package io.mokuroku.local.supervise;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.HttpServer;
import io.mokuroku.local.FreePorts;
import io.mokuroku.local.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The supervisor with two small processes in place of the real ones.
 */
class SupervisorIntegrationTests {

	private static final RestartPolicy QUICK = new RestartPolicy(Duration.ofMillis(100), Duration.ofMillis(400),
			Duration.ofMinutes(1));

	@TempDir
	Path state;

	private final Ports ports = FreePorts.find();

	private RunFolder folder;

	private Supervisor supervisor;

	private Thread thread;

	@BeforeEach
	void start() {
		this.folder = new RunFolder(this.state);
		this.folder.prepare();
		this.supervisor = new Supervisor(
				List.of(launch("dynamodb", this.ports.dynamoDb(), 0), launch("sync-service", this.ports.sync(), 1)),
				this.folder, QUICK, InstantSource.system());
		this.thread = Thread.ofPlatform().start(() -> {
			try {
				this.supervisor.run();
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	@AfterEach
	void stop() throws InterruptedException {
		this.supervisor.askToStop();
		this.thread.join();
	}

	@Test
	void startsTheNextStageOnceTheFirstIsHealthy() {
		awaitHealth();

		assertThat(report("sync-service").started()).isAfter(report("dynamodb").started());
		assertThat(this.folder.logs().file("sync-service")).content().contains("listening");
	}

	@Test
	void startsAKilledProcessAgainAndSaysSo() throws IOException {
		awaitHealth();
		long before = report("sync-service").pid();

		this.supervisor.kill("sync-service");

		await().atMost(Duration.ofSeconds(20)).until(() -> report("sync-service").restarts() == 1);
		awaitHealth();
		assertThat(report("sync-service").pid()).isNotEqualTo(before);
		assertThat(report("dynamodb").restarts()).isZero();
		await().atMost(Duration.ofSeconds(5))
			.untilAsserted(() -> assertThat(this.folder.reports()).filteredOn((report) -> report.restarts() == 1)
				.singleElement()
				.satisfies((report) -> assertThat(report.note()).startsWith("died: exit code")));
	}

	@Test
	void stopsEverythingWhenAskedThroughTheFolder() throws IOException, InterruptedException {
		awaitHealth();
		ProcessHandle first = report("dynamodb").process().orElseThrow();
		ProcessHandle second = report("sync-service").process().orElseThrow();

		this.folder.askToStop();
		this.thread.join(Duration.ofSeconds(20));

		assertThat(first.isAlive()).isFalse();
		assertThat(second.isAlive()).isFalse();
		assertThat(this.folder.reports()).extracting(ChildReport::state).containsOnly(ChildState.STOPPED);
	}

	@Test
	void looksAfterItsProcessesWhenItsReportsCannotBeWritten() throws IOException, InterruptedException {
		awaitHealth();
		Path report = this.folder.run().resolve("sync-service.properties");
		Files.delete(report);
		Files.createDirectories(report.resolve("in-the-way"));

		this.supervisor.kill("sync-service");

		await().atMost(Duration.ofSeconds(20)).until(() -> report("sync-service").restarts() == 1);
		awaitHealth();
		ProcessHandle second = report("sync-service").process().orElseThrow();
		this.folder.askToStop();
		this.thread.join(Duration.ofSeconds(20));
		assertThat(second.isAlive()).isFalse();
	}

	@Test
	void findsAndStopsWhatAKilledSupervisorLeftBehind() throws IOException, InterruptedException {
		awaitHealth();
		ProcessHandle orphan = report("sync-service").process().orElseThrow();

		assertThat(Leftovers.stop(this.folder)).containsExactly("sync-service", "dynamodb");

		assertThat(orphan.isAlive()).isFalse();
	}

	private void awaitHealth() {
		await().atMost(Duration.ofSeconds(60))
			.until(() -> this.supervisor.reports().stream().allMatch((report) -> report.state() == ChildState.HEALTHY));
	}

	private ChildReport report(String name) {
		return this.supervisor.reports()
			.stream()
			.filter((report) -> report.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static Launch launch(String name, int port, int stage) {
		return new Launch(name, port, stage,
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m",
						"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
						SmallServer.class.getName(), String.valueOf(port)),
				Map.of(), URI.create(Ports.url(port) + "/"), true);
	}

	/**
	 * A process that answers on a port.
	 */
	static final class SmallServer {

		private SmallServer() {
		}

		/**
		 * Answers until it is stopped.
		 */
		static void main(String[] arguments) throws IOException, InterruptedException {
			HttpServer server = HttpServer
				.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
			server.start();
			System.out.println("listening");
			new CountDownLatch(1).await();
		}

	}

}
