package io.mokuroku.message;

import org.jspecify.annotations.Nullable;

/**
 * What no repetition can mend: the message goes to the dead-letter queue at once.
 */
public final class PermanentFailure extends RuntimeException {

	private final String code;

	/**
	 * A failure for which a person must look.
	 * @param code a short, stable word such as {@code unknown_anime}
	 * @param reason one sentence for the operator
	 */
	public PermanentFailure(String code, String reason) {
		this(code, reason, null);
	}

	/** The same with what caused it. */
	public PermanentFailure(String code, String reason, @Nullable Throwable cause) {
		super(reason, cause);
		this.code = code;
	}

	/** A short, stable word. */
	public String code() {
		return this.code;
	}

}
