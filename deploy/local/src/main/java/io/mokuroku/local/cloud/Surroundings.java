package io.mokuroku.local.cloud;

/**
 * What there is around the local cloud.
 */
public enum Surroundings {

	/**
	 * Nothing: it brings its own queues, buckets and cache, and talks to this machine.
	 */
	NONE("127.0.0.1"),

	/**
	 * Queues, buckets and a cache on the ports of the run, in containers that share one
	 * network: it uses them, and its login page is asked from outside.
	 */
	ENGINES("0.0.0.0");

	private final String loginAddress;

	Surroundings(String loginAddress) {
		this.loginAddress = loginAddress;
	}

	/** The address at which those listen whom people ask: the login server, and A2I. */
	String loginAddress() {
		return this.loginAddress;
	}

}
