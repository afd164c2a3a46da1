package io.mokuroku.local.cloud;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MessageJournalTests {

	private static final String QUEUE = "sync-requests";

	@TempDir
	Path folder;

	private Path file;

	@BeforeEach
	void name() {
		this.file = this.folder.resolve("messages.journal");
	}

	@Test
	void keepsAMessageWithAllThatBelongsToIt() throws IOException {
		StoredMessage message = new StoredMessage("id-1", "目録 \uD83D\uDC31",
				Map.of("traceparent", new StoredMessage.Attribute("String", null, "00-abc"), "weight",
						new StoredMessage.Attribute("Number", "int", "3")),
				1000, new StoredMessage.Origin("group", "dedup", "7", "Root=1", "snapshot-requests"),
				new StoredMessage.Delivery(2000, 1500L, 2, "id-1#receipt"));

		append(new JournalRecord.Added(QUEUE, message));

		assertThat(reopened()).containsOnlyKeys(QUEUE);
		assertThat(reopened().get(QUEUE)).containsExactly(message);
	}

	@Test
	void keepsTheOrderOfMessages() throws IOException {
		append(added("a"), added("b"), added("c"));

		assertThat(reopened().get(QUEUE)).extracting(StoredMessage::id).containsExactly("a", "b", "c");
	}

	@Test
	void remembersDeliveriesAndForgetsRemovedMessages() throws IOException {
		StoredMessage.Delivery second = new StoredMessage.Delivery(9000, 8000L, 1, "b#1");

		append(added("a"), added("b"), new JournalRecord.Delivered(QUEUE, "b", second),
				new JournalRecord.Removed(QUEUE, "a"));

		assertThat(reopened().get(QUEUE)).singleElement().extracting(StoredMessage::delivery).isEqualTo(second);
	}

	@Test
	void forgetsADroppedQueue() throws IOException {
		append(added("a"), new JournalRecord.QueueDropped(QUEUE));

		assertThat(reopened()).isEmpty();
	}

	@Test
	void dropsARecordThatWasTorn() throws IOException {
		append(added("a"), added("b"));
		try (FileChannel channel = FileChannel.open(this.file, StandardOpenOption.WRITE)) {
			channel.truncate(channel.size() - 3);
		}

		assertThat(reopened().get(QUEUE)).extracting(StoredMessage::id).containsExactly("a");

		append(added("c"));
		assertThat(reopened().get(QUEUE)).extracting(StoredMessage::id).containsExactly("a", "c");
	}

	@Test
	void dropsARecordThatWasGarbled() throws IOException {
		append(added("a"), added("b"));
		byte[] bytes = Files.readAllBytes(this.file);
		bytes[bytes.length - 5] ^= 1;
		Files.write(this.file, bytes);

		assertThat(reopened().get(QUEUE)).extracting(StoredMessage::id).containsExactly("a");
	}

	@Test
	void doesNotGrowWithMessagesThatAreGone() throws IOException {
		try (MessageJournal journal = MessageJournal.open(this.file, 10_000)) {
			journal.append(added("stays"));
			for (int i = 0; i < 1000; i++) {
				journal.append(added("m" + i));
				journal.append(new JournalRecord.Removed(QUEUE, "m" + i));
			}
		}

		assertThat(this.file).satisfies((path) -> assertThat(Files.size(path)).isLessThan(20_000));
		assertThat(reopened().get(QUEUE)).extracting(StoredMessage::id).containsExactly("stays");
	}

	@Test
	void goesOnWithTheOldFileWhereANewOneCannotBeWritten() throws IOException {
		try (MessageJournal journal = MessageJournal.open(this.file, 1_000)) {
			Path inTheWay = Files.createDirectory(this.folder.resolve("messages.journal.new"));
			for (int i = 0; i < 100; i++) {
				journal.append(added("m" + i));
				journal.append(new JournalRecord.Removed(QUEUE, "m" + i));
			}
			journal.append(added("stays"));
			Files.delete(inTheWay);
		}

		assertThat(reopened().get(QUEUE)).extracting(StoredMessage::id).containsExactly("stays");
	}

	private static JournalRecord added(String id) {
		return new JournalRecord.Added(QUEUE, new StoredMessage(id, "body of " + id, Map.of(), 1,
				new StoredMessage.Origin(null, null, null, null, null), new StoredMessage.Delivery(1, null, 0, null)));
	}

	private void append(JournalRecord... records) throws IOException {
		try (MessageJournal journal = MessageJournal.open(this.file)) {
			for (JournalRecord each : records) {
				journal.append(each);
			}
		}
	}

	private Map<String, List<StoredMessage>> reopened() throws IOException {
		try (MessageJournal journal = MessageJournal.open(this.file)) {
			return journal.messages();
		}
	}

}
