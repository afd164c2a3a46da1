package io.mokuroku.local.schedules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BookTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456789Z");

	@TempDir
	Path folder;

	@Test
	void readsBackWhatItRecorded() throws IOException {
		Schedule schedule = schedule("kept");
		Invocation run = Invocation.first("run", schedule.key(), schedule.definition().target(), NOW)
			.failed(new DeliveryFailure("Code", "words", null), NOW);
		try (Book book = Book.open(this.folder, NOW)) {
			book.record(new Change.GroupKept(new Group("airing", NOW, "token")));
			book.record(new Change.ScheduleKept(schedule, null));
			book.record(new Change.ScheduleKept(schedule("dropped"), null));
			book.record(new Change.ScheduleDropped(schedule("dropped").key()));
			book.record(new Change.Handled(schedule.key(), NOW, NOW.plusSeconds(5), run));
		}
		try (Book book = Book.open(this.folder, NOW.plusSeconds(60))) {
			assertThat(book.findGroup("airing")).contains(new Group("airing", NOW, "token"));
			assertThat(book.findGroup("default").orElseThrow().created()).isEqualTo(NOW);
			assertThat(book.find(schedule.key())).contains(new Book.Entry(schedule, NOW.plusSeconds(5)));
			assertThat(book.find(schedule("dropped").key())).isEmpty();
			assertThat(book.pending()).containsExactly(run);
		}
	}

	@Test
	void forgetsATornLastLine() throws IOException {
		try (Book book = Book.open(this.folder, NOW)) {
			book.record(new Change.ScheduleKept(schedule("whole"), null));
		}
		Files.writeString(this.folder.resolve("schedules.jsonl"), "{\"change\":\"schedule-ke",
				StandardOpenOption.APPEND);
		try (Book book = Book.open(this.folder, NOW)) {
			assertThat(book.find(schedule("whole").key())).isPresent();
			book.record(new Change.ScheduleKept(schedule("after"), null));
		}
		try (Book book = Book.open(this.folder, NOW)) {
			assertThat(book.find(schedule("after").key())).isPresent();
		}
	}

	@Test
	void saysWhichLineItCannotRead() throws IOException {
		Files.writeString(this.folder.resolve("schedules.jsonl"), "{\"change\":\"unheard-of\"}\n");
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> Book.open(this.folder, NOW))
			.withMessageContaining("unreadable line at byte 0");
	}

	@Test
	void belongsToOneProcessAtATime() throws IOException {
		try (Book book = Book.open(this.folder, NOW)) {
			assertThat(book.findGroup("default")).isPresent();
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> Book.open(this.folder, NOW))
				.withMessageContaining("another process uses the schedules");
		}
	}

	@Test
	void journalShrinksWhenMostOfItIsHistory() throws IOException {
		try (Book book = Book.open(this.folder, NOW)) {
			for (int change = 0; change < 25_000; change++) {
				book.record(new Change.ScheduleKept(schedule("same"), NOW.plusSeconds(change)));
			}
			try (var lines = Files.lines(this.folder.resolve("schedules.jsonl"))) {
				assertThat(lines.count()).isLessThan(10_001);
			}
		}
		try (Book book = Book.open(this.folder, NOW)) {
			assertThat(book.find(schedule("same").key()).orElseThrow().handled()).isEqualTo(NOW.plusSeconds(24_999));
		}
	}

	@Test
	void recordsWhereItsJournalCannotBeRewritten() throws IOException {
		Files.createDirectory(this.folder.resolve("schedules.jsonl.next"));
		try (Book book = Book.open(this.folder, NOW)) {
			for (int change = 0; change < 10_100; change++) {
				book.record(new Change.ScheduleKept(schedule("same"), NOW.plusSeconds(change)));
			}
		}
		try (Book book = Book.open(this.folder, NOW)) {
			assertThat(book.find(schedule("same").key()).orElseThrow().handled()).isEqualTo(NOW.plusSeconds(10_099));
		}
	}

	private static Schedule schedule(String name) {
		Target target = new Target(RecordedQueues.arn("updates"), "role", "{\"a\":\"\\n\"}", 3, 60, null);
		Schedule.Definition definition = new Schedule.Definition("rate(1 day)", "Asia/Tokyo", NOW, null,
				Schedule.State.ENABLED, 5, Schedule.Completion.DELETE, "words", target);
		return new Schedule(new ScheduleKey("default", name), definition, NOW, NOW, "token");
	}

}
