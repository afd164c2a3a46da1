package io.mokuroku.enrichment.assemble;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

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
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(this.matter.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash).substring(0, LETTERS);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

}
