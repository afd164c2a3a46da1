package io.mokuroku.local.states;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import tools.jackson.databind.JsonNode;

/**
 * The Step Functions server in a Java of its own, which can be killed. The messages it
 * sends are the lines of a file.
 */
final class StatesProcess implements AutoCloseable {

	private final Process process;

	private StatesProcess(Process process) {
		this.process = process;
	}

	/** Starts the server on a folder and waits until it answers. */
	static StatesProcess start(Path folder, int port) throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				StatesProcess.class.getName(), folder.toString(), String.valueOf(port))
			.redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("errors.txt").toFile()))
			.start();
		BufferedReader lines = process.inputReader();
		for (String line = lines.readLine(); line == null || !line.startsWith("ready"); line = lines.readLine()) {
			if (line == null) {
				throw new IOException("the server does not start: " + Files.readString(folder.resolve("errors.txt")));
			}
		}
		return new StatesProcess(process);
	}

	/** Every message that was sent until now, by any process on the folder. */
	static List<JsonNode> sent(Path folder) {
		Path file = folder.resolve("sent");
		try {
			return Files.exists(file) ? Files.readAllLines(file).stream().map(Json::parse).toList() : List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends the process at once, with signal 9 where there are signals. */
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	/**
	 * Answers until it is killed.
	 */
	static void main(String[] arguments) throws IOException, InterruptedException {
		Path folder = Path.of(arguments[0]);
		StateMachines machines = StateMachines.open(folder.resolve("data"), new Lines(folder.resolve("sent")),
				InstantSource.system());
		MachinesOverHttp http = MachinesOverHttp.open(Integer.parseInt(arguments[1]), () -> machines);
		System.out.println("ready on port " + http.port());
		new CountDownLatch(1).await();
	}

	/**
	 * Appends the body of each message to a file, one line each.
	 */
	private record Lines(Path file) implements TaskTargets {

		@Override
		public synchronized Receipt send(Message message) throws TaskTargetException {
			try {
				Files.writeString(this.file, message.body() + "\n", StandardOpenOption.CREATE,
						StandardOpenOption.APPEND);
				return new Receipt("line", "d41d8cd98f00b204e9800998ecf8427e");
			}
			catch (IOException ex) {
				throw new TaskTargetException("File.NotWritten", ex.toString(), ex);
			}
		}

	}

}
