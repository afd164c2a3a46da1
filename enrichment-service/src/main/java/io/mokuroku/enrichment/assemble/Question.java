package io.mokuroku.enrichment.assemble;

import java.util.Objects;

import io.mokuroku.digest.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should look at.
 *
 * @param reason why
 * @param field the field it is about, if it is about one
 * @param matter what the question rests on; while it is the same, an answer holds
 */
record Question(ReviewReason reason, @Nullable String field, String matter) {

	private static final int LETTERS = 16;

	Question {
		Objects.requireNonNull(reason, "reason");
		Objects.requireNonNull(matter, "matter");
	}

	/** A question about the whole entry. */
	static Question of(ReviewReason reason, Object matter) {
		return new Question(reason, null, matter.toString());
	}

	/** The name under which an answer is kept. */
	String key() {
		return (this.field != null) ? this.reason + ":" + this.field : this.reason.name();
	}

	/** The matter in a few letters. */
	String digest() {
		return Sha256.hex(this.matter).substring(0, LETTERS);
	}

}
