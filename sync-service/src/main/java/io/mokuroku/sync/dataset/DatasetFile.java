package io.mokuroku.sync.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A release on disk, in any of the forms it is published in: JSON Lines or one JSON
 * document, plain or compressed with Zstandard. What the bytes are decides, not the name.
 * Memory does not grow with the length of the file.
 */
public final class DatasetFile {

	private static final JsonFactory FACTORY = new JsonFactory();

	private final Path file;

	private final long mostBytes;

	private final RecordParser parser = new RecordParser();

	/**
	 * Names a file; nothing is read yet.
	 * @param file where it lies
	 * @param mostBytes how many bytes it may unpack to
	 */
	public DatasetFile(Path file, long mostBytes) {
		this.file = file;
		this.mostBytes = mostBytes;
	}

	/**
	 * Looks at the file from the start without reading what a position says, which costs
	 * most.
	 * @param reader is given each position in turn; it answers whether it wants more
	 * @throws IOException if the file cannot be read, its compression is damaged, it
	 * unpacks to more than it may, or it is a document that is not complete
	 */
	public void look(Predicate<RawLine> reader) throws IOException {
		Form form = form();
		try (Window window = open()) {
			Pieces pieces = (form == Form.DOCUMENT) ? new Elements(window) : new Lines(window);
			if (form == Form.LINES_AFTER_METADATA) {
				pieces.next();
			}
			long number = 0;
			Window.Piece piece = pieces.next();
			while (piece != null) {
				if (form == Form.DOCUMENT || !piece.isBlank()) {
					number++;
					if (!reader.test(new RawLine(number, piece, this.parser))) {
						return;
					}
				}
				piece = pieces.next();
			}
		}
	}

	/**
	 * Reads what the release says about itself, and no more of it than that needs.
	 * @throws IOException as for looking at positions
	 */
	public Metadata metadata() throws IOException {
		Form form = form();
		try (Window window = open()) {
			if (form == Form.DOCUMENT) {
				return ofDocument(window);
			}
			Window.Piece line = new Lines(window).next();
			if (form == Form.LINES || line == null) {
				return new Metadata(null, null);
			}
			return Metadata.read(Arrays.copyOfRange(line.bytes, line.from, line.to));
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("The metadata of the release cannot be read: " + ex.getMessage(), ex);
		}
	}

	/** The metadata of a document usually precede its records, but need not. */
	private static Metadata ofDocument(Window window) throws IOException {
		Elements elements = new Elements(window);
		elements.enter();
		Metadata before = Metadata.read(elements.envelope());
		if (before.lastUpdate() != null) {
			return before;
		}
		Window.Piece element;
		do {
			element = elements.next();
		}
		while (element != null);
		return Metadata.read(elements.envelope());
	}

	private Form form() throws IOException {
		try (Window window = open()) {
			Window.Piece first = new Lines(window).next();
			if (first == null) {
				throw new IOException("The release is empty");
			}
			return first.tooLong ? Form.DOCUMENT : formByFirstLine(first);
		}
	}

	/** A line that is an object by itself begins JSON Lines, unless it holds all. */
	private static Form formByFirstLine(Window.Piece line) {
		Form form = Form.LINES_AFTER_METADATA;
		try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line.bytes, line.from,
				line.to - line.from)) {
			if (json.nextToken() != JsonToken.START_OBJECT) {
				return Form.DOCUMENT;
			}
			for (String name = json.nextName(); name != null; name = json.nextName()) {
				JsonToken value = json.nextToken();
				if (name.equals("data") && value == JsonToken.START_ARRAY) {
					return Form.DOCUMENT;
				}
				if (name.equals("sources")) {
					form = Form.LINES;
				}
				json.skipChildren();
			}
			return (json.nextToken() == null) ? form : Form.DOCUMENT;
		}
		catch (JacksonException ex) {
			return Form.DOCUMENT;
		}
	}

	private Window open() throws IOException {
		Window window = new Window(Unpacked.open(this.file, this.mostBytes));
		try {
			window.skipByteOrderMark();
			return window;
		}
		catch (IOException ex) {
			window.close();
			throw ex;
		}
	}

	/** How a release is written. */
	private enum Form {

		/** One JSON document with the records in {@code data}. */
		DOCUMENT,

		/** A line of metadata, then a record a line. */
		LINES_AFTER_METADATA,

		/** A record a line from the first on. */
		LINES

	}

}
