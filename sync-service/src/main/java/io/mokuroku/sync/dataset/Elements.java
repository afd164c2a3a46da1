package io.mokuroku.sync.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * The elements of {@code data} in a release that is one JSON document. They are cut by
 * their brackets and quotes alone, so that one that is damaged inside does not lose those
 * after it. What surrounds them is kept as {@link #envelope()}.
 */
final class Elements implements Pieces {

	private static final int LONGEST_ENVELOPE = 1 << 20;

	private final Window window;

	private final ByteArrayOutputStream envelope = new ByteArrayOutputStream(1024);

	private Stage stage = Stage.OUTSIDE;

	/** Open brackets outside of the elements. */
	private int depth;

	Elements(Window window) {
		this.window = window;
	}

	/**
	 * The document without its elements: complete after the last element, and before that
	 * what precedes them.
	 */
	byte[] envelope() {
		byte[] bytes = this.envelope.toByteArray();
		return (this.stage == Stage.INSIDE)
				? (new String(bytes, StandardCharsets.UTF_8) + "]}").getBytes(StandardCharsets.UTF_8) : bytes;
	}

	@Override
	public Window.@Nullable Piece next() throws IOException {
		while (true) {
			switch (this.stage) {
				case OUTSIDE -> enter();
				case INSIDE -> {
					Window.Piece piece = element();
					if (this.stage == Stage.INSIDE || !piece.isBlank()) {
						return piece;
					}
				}
				case ENDED -> {
					return null;
				}
			}
		}
	}

	/** Reads until the elements begin or the document ends. */
	void enter() throws IOException {
		StringBuilder name = new StringBuilder();
		boolean quoted = false;
		boolean escaped = false;
		int last = 0;
		while (this.stage == Stage.OUTSIDE) {
			int next = read();
			this.envelope.write(next);
			if (this.envelope.size() > LONGEST_ENVELOPE) {
				throw incomplete("its metadata does not end");
			}
			if (quoted) {
				quoted = escaped || next != '"';
				escaped = !escaped && next == '\\';
				name.append((char) next);
			}
			else if (next > ' ') {
				boolean opensData = next == '[' && this.depth == 1 && last == ':' && name.toString().equals("data\"");
				switch (next) {
					case '"' -> {
						quoted = true;
						name.setLength(0);
					}
					case '{', '[' -> this.depth++;
					case '}', ']' -> this.depth--;
					default -> {
					}
				}
				if (opensData) {
					this.stage = Stage.INSIDE;
				}
				else if (this.depth <= 0) {
					end();
				}
				last = next;
			}
		}
	}

	/** Cuts off one element, and the comma or bracket that ends it. */
	private Window.Piece element() throws IOException {
		int length = 0;
		int open = 0;
		boolean quoted = false;
		boolean tooLong = false;
		while (true) {
			byte[] bytes = this.window.bytes;
			int from = this.window.from;
			int to = this.window.to;
			int i = from + length;
			while (i < to) {
				byte next = bytes[i++];
				if (quoted) {
					if (next == '\\') {
						i++;
					}
					quoted = next != '"';
				}
				else if (next == '"') {
					quoted = true;
				}
				else if (next == '{' || next == '[') {
					open++;
				}
				else if (open > 0 && (next == '}' || next == ']')) {
					open--;
				}
				else if (open == 0 && (next == ',' || next == ']')) {
					if (next == ']') {
						this.envelope.write(']');
						this.depth--;
						this.stage = Stage.OUTSIDE;
					}
					this.window.from = i;
					return new Window.Piece(bytes, from, i - 1, tooLong);
				}
			}
			length = i - from;
			if (length > Window.LONGEST_RECORD) {
				tooLong = true;
				length = i - to;
				this.window.from = to;
			}
			if (!this.window.more()) {
				throw incomplete("it breaks off");
			}
		}
	}

	private int read() throws IOException {
		if (this.window.from == this.window.to && !this.window.more()) {
			throw incomplete("it breaks off");
		}
		return this.window.bytes[this.window.from++] & 0xFF;
	}

	private void end() throws IOException {
		this.stage = Stage.ENDED;
		do {
			while (this.window.from < this.window.to) {
				if (this.window.bytes[this.window.from++] > ' ') {
					throw incomplete("something follows it");
				}
			}
		}
		while (this.window.more());
		try {
			Metadata.read(envelope());
		}
		catch (IllegalArgumentException ex) {
			throw incomplete(String.valueOf(ex.getMessage()));
		}
	}

	private static IOException incomplete(String reason) {
		return new IOException("The release is no complete JSON document: " + reason);
	}

	private enum Stage {

		OUTSIDE, INSIDE, ENDED

	}

}
