package io.mokuroku.local.cloud;

/**
 * The account every local resource belongs to.
 */
final class LocalAddresses {

	static final String REGION = "us-east-1";

	static final String ACCOUNT = "000000000000";

	/**
	 * What local clients and the bucket server agree on; not a secret, nothing outside
	 * this machine is reached.
	 */
	static final String ACCESS_KEY = "local";

	static final String SECRET_KEY = "local-only";

	static final String HOST = "127.0.0.1";

	private LocalAddresses() {
	}

}
