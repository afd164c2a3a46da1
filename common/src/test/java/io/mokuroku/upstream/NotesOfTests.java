package io.mokuroku.upstream;

import java.util.ArrayList;
import java.util.List;

/**
 * Remembers what was not understood, as {@code what: text}.
 */
public final class NotesOfTests implements Unrecognised {

	private final List<String> notes = new ArrayList<>();

	@Override
	public void note(String source, String what, String text) {
		this.notes.add(what + ": " + text);
	}

	/** What was noted so far. */
	public List<String> notes() {
		return List.copyOf(this.notes);
	}

	/** Notes of a source in a test. */
	public Notes asNotes() {
		return new Notes("test", this);
	}

}
