package io.mokuroku.local.schedules;

/**
 * A request is refused, with one of the errors the service's interface knows.
 */
final class Refusal extends RuntimeException {

	private final int status;

	private final String type;

	private Refusal(int status, String type, String message) {
		super(message);
		this.status = status;
		this.type = type;
	}

	static Refusal invalid(String message) {
		return new Refusal(400, "ValidationException", message);
	}

	static Refusal notFound(String message) {
		return new Refusal(404, "ResourceNotFoundException", message);
	}

	static Refusal conflict(String message) {
		return new Refusal(409, "ConflictException", message);
	}

	static Refusal unknownOperation(String message) {
		return new Refusal(404, "UnknownOperationException", message);
	}

	int status() {
		return this.status;
	}

	String type() {
		return this.type;
	}

}
