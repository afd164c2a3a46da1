package io.mokuroku.upstream;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A closed list of labels and what each of them means. Case, spaces and punctuation do
 * not matter, so {@code Spin-Off}, {@code Spin-off} and {@code SPIN_OFF} are one label.
 *
 * @param <T> what labels mean
 */
public final class Wording<T> {

	private final String what;

	private final Map<String, T> meanings;

	private Wording(String what, Map<String, T> meanings) {
		this.what = what;
		this.meanings = Map.copyOf(meanings);
	}

	/** Labels of a sort of value, as it is called where unknown ones are noted. */
	public static <T> Builder<T> about(String what) {
		return new Builder<>(what);
	}

	/**
	 * The meaning of a label.
	 * @param notes where a label nobody knows is noted
	 * @return null if there is no label, or nobody knows it
	 */
	public @Nullable T of(@Nullable String label, Notes notes) {
		String text = Values.text(label);
		if (text == null) {
			return null;
		}
		T meaning = this.meanings.get(fold(text));
		if (meaning == null) {
			notes.add(this.what, text);
		}
		return meaning;
	}

	/** The meaning of a label; what is given if there is none. */
	public T of(@Nullable String label, T otherwise, Notes notes) {
		return Objects.requireNonNullElse(of(label, notes), otherwise);
	}

	private static String fold(String label) {
		StringBuilder folded = new StringBuilder(label.length());
		label.codePoints()
			.filter((c) -> Character.isLetterOrDigit(c) || c == '+')
			.map(Character::toLowerCase)
			.forEach(folded::appendCodePoint);
		return folded.toString();
	}

	/**
	 * Collects labels.
	 *
	 * @param <T> what labels mean
	 */
	public static final class Builder<T> {

		private final String what;

		private final Map<String, T> meanings = new HashMap<>();

		private Builder(String what) {
			this.what = what;
		}

		/**
		 * Gives labels a meaning.
		 * @throws IllegalArgumentException if one has another meaning already
		 */
		public Builder<T> say(T meaning, String... labels) {
			for (String label : labels) {
				T before = this.meanings.put(fold(label), meaning);
				if (before != null && !before.equals(meaning)) {
					throw new IllegalArgumentException(label + " means " + before + " already");
				}
			}
			return this;
		}

		/** The finished list. */
		public Wording<T> build() {
			return new Wording<>(this.what, this.meanings);
		}

	}

}
