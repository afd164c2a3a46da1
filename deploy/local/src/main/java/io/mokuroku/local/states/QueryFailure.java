package io.mokuroku.local.states;

/**
 * A JSONata expression threw, returned nothing, or returned a value its field cannot
 * take.
 */
final class QueryFailure extends Exception {

	private static final long serialVersionUID = 1L;

	private final String location;

	QueryFailure(String location, String message) {
		super(message);
		this.location = location;
	}

	/** The field, for example {@code Output/result}. */
	String location() {
		return this.location;
	}

}
