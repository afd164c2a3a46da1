package io.mokuroku.sync.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

import com.github.luben.zstd.ZstdInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A release on disk, in any of the forms it is published in: JSON Lines or one JSON
 * document, plain or compressed with Zstandard. What the bytes are decides, not the name.
 * Memory does not grow with the length of the file.
 */
public final class DatasetFile {

	private static final int ZSTD_MAGIC = 0xFD2FB528;

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private final Path file;

	private final RecordParser parser = new RecordParser();

	/**
	 * Names a file; nothing is read yet.
	 * @param file where it lies
	 */
	public DatasetFile(Path file) {
		this.file = file;
	}

	/**
	 * Reads the file from the start.
	 * @param reader is given each position in turn; it answers whether it wants more
	 * @throws IOException if the file cannot be read or its compression is damaged
	 */
	public void read(Predicate<DatasetLine> reader) throws IOException {
		try (InputStream bytes = open(); Lines lines = new Lines(bytes)) {
			Lines.Line first = lines.next();
			if (first == null) {
				throw new IOException("The release is empty");
			}
			if (first.isLast() || !isHeader(first.text())) {
				readDocument(reader);
			}
			else {
				readLines(lines, reader);
			}
		}
	}

	/** Counts what the file holds. */
	public Summary summary() throws IOException {
		long[] counts = new long[2];
		read((line) -> {
			counts[(line instanceof DatasetLine.Parsed) ? 0 : 1]++;
			return true;
		});
		return new Summary(counts[0], counts[1]);
	}

	private void readLines(Lines lines, Predicate<DatasetLine> reader) throws IOException {
		long number = 0;
		Lines.Line line = lines.next();
		while (line != null) {
			if (!line.text().isBlank() || line.tooLong()) {
				number++;
				DatasetLine parsed = line.tooLong() ? new DatasetLine.Broken(number, "longer than any record")
						: this.parser.parse(number, line.text());
				if (!reader.test(parsed)) {
					return;
				}
			}
			line = lines.next();
		}
	}

	private void readDocument(Predicate<DatasetLine> reader) throws IOException {
		try (InputStream bytes = open(); JsonParser json = MAPPER.createParser(bytes)) {
			long number = 0;
			while (json.nextToken() != null) {
				boolean data = json.currentToken() == JsonToken.PROPERTY_NAME && "data".equals(json.currentName());
				if (data && json.nextToken() == JsonToken.START_ARRAY) {
					while (json.nextToken() == JsonToken.START_OBJECT) {
						number++;
						JsonNode record = json.readValueAsTree();
						if (!reader.test(this.parser.parse(number, record))) {
							return;
						}
					}
				}
			}
		}
		catch (JacksonException ex) {
			throw new IOException("The release is no complete JSON document: " + ex.getOriginalMessage(), ex);
		}
	}

	/** Whether the first line of a file is the metadata line of JSON Lines. */
	private static boolean isHeader(String line) {
		try {
			return MAPPER.readTree(line).isObject();
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	private InputStream open() throws IOException {
		BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(this.file), 1 << 16);
		bytes.mark(4);
		byte[] start = bytes.readNBytes(4);
		bytes.reset();
		boolean zstd = start.length == 4
				&& ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt() == ZSTD_MAGIC;
		return zstd ? new BufferedInputStream(new ZstdInputStream(bytes), 1 << 16) : bytes;
	}

	/**
	 * What a release holds.
	 *
	 * @param records how many records can be read
	 * @param broken how many cannot
	 */
	public record Summary(long records, long broken) {

		/** How many positions there are. */
		public long lines() {
			return this.records + this.broken;
		}

		/**
		 * Whether enough of the release can be read to apply it: 99.9 % of its lines, and
		 * at least one.
		 */
		public boolean trustworthy() {
			return this.records > 0 && this.broken * 1000 <= lines();
		}

	}

}
