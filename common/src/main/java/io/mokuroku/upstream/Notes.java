package io.mokuroku.upstream;

import java.util.Objects;

/**
 * Where one source notes what it did not understand.
 *
 * @param source its name in logs and metrics
 * @param unrecognised whom it tells
 */
public record Notes(String source, Unrecognised unrecognised) {

	/** For who reads something only to look at it. */
	public static Notes none() {
		return new Notes("none", (_, _, _) -> {
		});
	}

	public Notes {
		Objects.requireNonNull(source, "source");
		Objects.requireNonNull(unrecognised, "unrecognised");
	}

	/**
	 * Notes a value that was left out.
	 * @param what the sort of value; a closed set of names
	 * @param text what stood there
	 */
	public void add(String what, String text) {
		this.unrecognised.note(this.source, what, text);
	}

}
