package io.mokuroku.local.states;

/**
 * A state failed for another reason than an expression, for example because its data is
 * too large.
 */
final class StateFailed extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient Failure failure;

	StateFailed(String error, String cause) {
		super(error + ": " + cause);
		this.failure = Failure.of(error, cause);
	}

	Failure failure() {
		return this.failure;
	}

}
