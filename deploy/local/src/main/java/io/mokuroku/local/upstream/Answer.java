package io.mokuroku.local.upstream;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes back to a client.
 */
@SuppressWarnings("ArrayRecordComponent")
record Answer(int status, String contentType, byte[] body) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static Answer json(int status, String contentType, ObjectNode body) {
		return new Answer(status, contentType, JSON.writeValueAsBytes(body));
	}

	static ObjectNode object() {
		return JSON.createObjectNode();
	}

}
