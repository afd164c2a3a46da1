package io.mokuroku.local.states;

/**
 * Something in a definition this server refuses.
 *
 * @param path where, as a JSON pointer such as {@code /States/Fetch/Resource}
 * @param message what
 */
record Problem(String path, String message) {

	@Override
	public String toString() {
		return this.message + " at " + (this.path.isEmpty() ? "/" : this.path);
	}

}
