package io.mokuroku.local.schedules;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.mokuroku.local.AwsService;

import static org.assertj.core.api.Assertions.assertThat;

class KilledSchedulerIntegrationTests {

	private static final int ENOUGH = 2_000;

	@TempDir
	Path folder;

	@Test
	void keepsEverythingItHasConfirmedWhenItIsKilled() throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Confirming.class.getName(), this.folder.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		List<String> confirmed = new ArrayList<>();
		try (BufferedReader lines = process.inputReader()) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith("confirmed ")) {
					confirmed.add(line.substring("confirmed ".length()));
				}
				if (confirmed.size() == ENOUGH) {
					process.toHandle().destroyForcibly();
				}
			}
		}
		assertThat(process.waitFor()).isNotZero();
		assertThat(confirmed).hasSizeGreaterThanOrEqualTo(ENOUGH);
		Set<String> delivered = new HashSet<>(Files.readAllLines(this.folder.resolve("delivered")));
		RecordedQueues queues = new RecordedQueues();
		try (SchedulerServer server = SchedulerServer.open(this.folder.resolve("data"), queues,
				InstantSource.system())) {
			assertThat(server).isNotNull();
			Awaitility.await().untilAsserted(() -> {
				Set<String> all = new HashSet<>(delivered);
				all.addAll(queues.bodies());
				assertThat(all).containsAll(confirmed);
			});
		}
	}

	/**
	 * Creates due schedules one after the other, and says so when each is confirmed,
	 * until it is killed.
	 */
	static final class Confirming {

		private Confirming() {
		}

		public static void main(String[] args) {
			Path folder = Path.of(args[0]);
			Path deliveries = folder.resolve("delivered");
			SchedulerServer server = SchedulerServer.open(folder.resolve("data"),
					(arn, body, attributes) -> append(deliveries, body), InstantSource.system());
			for (int number = 0; true; number++) {
				String name = "episode-" + number;
				AwsService.Response response = server.answer(new AwsService.Request("POST", "/schedules/" + name,
						Map.of(), null, request(name).getBytes(StandardCharsets.UTF_8)));
				if (response.status() == 200) {
					System.out.println("confirmed " + name);
				}
			}
		}

		private static synchronized void append(Path file, String line) throws DeliveryFailure {
			try {
				Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			}
			catch (IOException ex) {
				throw new DeliveryFailure("File", "not written", ex);
			}
		}

		private static String request(String name) {
			String at = Instant.now().minusSeconds(2).truncatedTo(ChronoUnit.SECONDS).toString();
			return """
					{"ScheduleExpression":"at(%s)","FlexibleTimeWindow":{"Mode":"OFF"},"ActionAfterCompletion":"DELETE",
					"Target":{"Arn":"%s","RoleArn":"arn:aws:iam::000000000000:role/r","Input":"%s"}}
					""".formatted(at.substring(0, 19), RecordedQueues.arn("updates"), name);
		}

	}

}
