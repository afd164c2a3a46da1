package io.mokuroku.local.states;

/**
 * A failure with the type the service has for it.
 */
final class ApiFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String type;

	ApiFailure(String type, String message) {
		super(message);
		this.type = type;
	}

	String type() {
		return this.type;
	}

	static ApiFailure invalid(String message) {
		return new ApiFailure("ValidationException", message);
	}

}
