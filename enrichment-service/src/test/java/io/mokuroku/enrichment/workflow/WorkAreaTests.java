package io.mokuroku.enrichment.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class WorkAreaTests {

	private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

	private final Path folder;

	private final WorkArea area;

	WorkAreaTests(@TempDir Path folder) {
		this.folder = folder;
		this.area = WorkAreas.in(folder.resolve("work"));
	}

	@Test
	void givesBackWhatWasWritten() {
		String reference = this.area.write("execution-1", "stage/media.json", new Note("A", List.of(1, 2)));
		assertThat(this.area.read("execution-1", reference, Note.class)).isEqualTo(new Note("A", List.of(1, 2)));
	}

	@Test
	void keepsExecutionsApart() {
		this.area.write("execution-1", "note.json", new Note("A", List.of()));
		this.area.write("execution-2", "note.json", new Note("B", List.of()));
		this.area.remove("execution-2");
		assertThat(this.area.read("execution-1", "note.json", Note.class).text()).isEqualTo("A");
		assertThat(lost("execution-2", "note.json")).isEqualTo("work_area_lost");
	}

	@Test
	void replacesAFileAsAWhole() throws Exception {
		List<Integer> many = Collections.nCopies(20_000, 7);
		this.area.write("execution-1", "note.json", new Note("0", many));
		try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<String>> writers = Stream.of("1", "2", "3", "4").map((text) -> pool.submit(() -> {
				for (int round = 0; round < 25; round++) {
					this.area.write("execution-1", "note.json", new Note(text, many));
				}
				return text;
			})).toList();
			while (!writers.stream().allMatch(Future::isDone)) {
				assertThat(this.area.read("execution-1", "note.json", Note.class).numbers()).hasSize(20_000);
			}
		}
		assertThat(files()).containsExactly("note.json");
	}

	@Test
	void leavesNothingBehindWhenAValueCannotBeWritten() throws IOException {
		this.area.write("execution-1", "note.json", new Note("A", List.of()));
		List<Object> endless = new ArrayList<>();
		endless.add(endless);
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> this.area.write("execution-1", "note.json", Map.of("endless", endless)));
		assertThat(files()).containsExactly("note.json");
		assertThat(this.area.read("execution-1", "note.json", Note.class).text()).isEqualTo("A");
	}

	@Test
	void saysWhenSomethingElseIsThere() {
		this.area.write("execution-1", "note.json", List.of("no note"));
		assertThat(lost("execution-1", "note.json")).isEqualTo("work_area_lost");
	}

	@Test
	void forgetsTwice() {
		this.area.write("execution-1", "stage/media.json", List.of());
		this.area.remove("execution-1");
		this.area.remove("execution-1");
		assertThat(this.folder.resolve("work/execution-1")).doesNotExist();
	}

	@ParameterizedTest
	@CsvSource({ "execution-1, ../execution-2/note.json", "execution-1, ../../secret.json",
			"execution-1, /etc/hostname", "../other, note.json", "'', note.json", "., note.json", "a/b, note.json" })
	void staysInside(String execution, String name) {
		assertThat(lost(execution, name)).isEqualTo("invalid_reference");
		assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> this.area.write(execution, name, List.of()));
	}

	@ParameterizedTest
	@CsvSource({ "..", "''", ".", "/", "a/b" })
	void neverRemovesMoreThanOneExecution(String execution) {
		this.area.write("execution-1", "note.json", List.of());
		assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> this.area.remove(execution));
		assertThat(this.folder.resolve("work/execution-1/note.json")).exists();
	}

	@Test
	void noticesAFileThatIsNotAsItWasWritten() throws IOException {
		this.area.write("execution-1", "note.json", new Note("A", List.of(1, 2, 3)));
		Path file = this.folder.resolve("work/execution-1/note.json");
		byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length - 4] ^= 1;
		Files.write(file, bytes);
		assertThat(lost("execution-1", "note.json")).isEqualTo("work_area_corrupt");
		Files.write(file, Arrays.copyOf(bytes, 30));
		assertThat(lost("execution-1", "note.json")).isEqualTo("work_area_corrupt");
	}

	@Test
	void letsNoExecutionKeepTooMuch() {
		WorkArea small = small();
		small.write("execution-1", "a.json", "x".repeat(500));
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> small.write("execution-1", "b.json", "x".repeat(500)))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo("work_area_quota"));
		small.write("execution-2", "a.json", "x".repeat(500));
		assertThat(this.metrics.counter(WorkArea.FULL, "limit", "execution").count()).isOne();
	}

	@Test
	void hasWhoeverFindsItFullWaitUntilThereIsRoom() {
		WorkArea small = small();
		small.write("execution-1", "a.json", "x".repeat(900));
		small.write("execution-2", "a.json", "x".repeat(900));
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> small.write("execution-3", "a.json", "x".repeat(900)))
			.satisfies((failure) -> assertThat(failure.notBefore()).isPositive());
		assertThat(this.metrics.counter(WorkArea.FULL, "limit", "total").count()).isOne();
		assertThat(this.metrics.get(WorkArea.BYTES).gauge().value()).isGreaterThan(1800);
		small.remove("execution-1");
		assertThat(small.write("execution-3", "a.json", "x".repeat(900))).isEqualTo("a.json");
	}

	@Test
	void noticesRoomThatAnotherWorkerMade() {
		WorkArea small = small();
		small.write("execution-1", "a.json", "x".repeat(900));
		small.write("execution-2", "a.json", "x".repeat(900));
		small().remove("execution-2");
		assertThat(small.write("execution-3", "a.json", "x".repeat(900))).isEqualTo("a.json");
	}

	@Test
	void knowsWhoHasNotWrittenForLong() throws IOException {
		Instant now = Instant.now();
		this.area.write("execution-1", "stage/a.json", "x");
		this.area.write("execution-2", "stage/a.json", "x");
		age(this.folder.resolve("work/execution-1"), now.minusSeconds(7200));
		assertThat(untouchedSince(now.minusSeconds(3600), this.area)).containsExactly("execution-1");
		this.area.write("execution-1", "stage/b.json", "x");
		assertThat(untouchedSince(now.minusSeconds(3600), this.area)).isEmpty();
		assertThat(untouchedSince(now, WorkAreas.in(this.folder.resolve("nowhere")))).isEmpty();
	}

	private static List<String> untouchedSince(Instant moment, WorkArea area) {
		return area.untouchedSince(moment, (_, failure) -> {
			throw failure;
		});
	}

	static void age(Path folder, Instant to) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.toList()) {
				Files.setLastModifiedTime(file, FileTime.from(to));
			}
		}
	}

	private WorkArea small() {
		return new WorkArea(this.folder.resolve("small"), new WorkAreaSettings(DataSize.ofKilobytes(1),
				DataSize.ofKilobytes(2), Duration.ofHours(6), Duration.ofMinutes(15)), this.metrics);
	}

	private String lost(String execution, String name) {
		return assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> this.area.read(execution, name, Note.class))
			.actual()
			.code();
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.folder.resolve("work/execution-1"))) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

	private record Note(String text, List<Integer> numbers) {
	}

}
