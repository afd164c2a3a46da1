package io.mokuroku.upstream;

/**
 * A token or key. It is sent as a header and shown nowhere.
 *
 * @param value its text
 */
public record Secret(String value) {

	/** From configuration. */
	public static Secret valueOf(String value) {
		return new Secret(value.strip());
	}

	@Override
	public String toString() {
		return "***";
	}

}
