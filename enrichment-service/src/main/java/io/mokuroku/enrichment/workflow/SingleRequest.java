package io.mokuroku.enrichment.workflow;

import java.util.UUID;

/**
 * The ids of requests that come over HTTP. Whoever sent one is answered and gone: unlike
 * a message of a queue, nobody repeats it.
 */
final class SingleRequest {

	private static final String PREFIX = "api-";

	private SingleRequest() {
	}

	static String newId() {
		return PREFIX + UUID.randomUUID();
	}

	static boolean isId(String requestId) {
		return requestId.startsWith(PREFIX);
	}

}
