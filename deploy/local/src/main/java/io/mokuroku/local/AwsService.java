package io.mokuroku.local;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One AWS service of the local cloud, free of any HTTP server: the front asks each
 * service in turn whether a request is for it.
 */
public interface AwsService {

	/**
	 * Whether this service is the one the request is meant for. Looks at the target and
	 * the path only and never fails.
	 */
	boolean answers(Request request);

	/**
	 * The answer to a request this service {@linkplain #answers answers}. Failures the
	 * caller made are answers too; what is thrown is a failure of our own.
	 */
	Response answer(Request request);

	/**
	 * An HTTP request as the services need it.
	 *
	 * @param method the HTTP method, upper case
	 * @param path the decoded path, starting with a slash
	 * @param query the decoded query parameters
	 * @param target the header {@code X-Amz-Target}, if there was one
	 * @param body the whole body, empty if there was none
	 */
	@SuppressWarnings("ArrayRecordComponent") // read once, never compared
	record Request(String method, String path, Map<String, String> query, @Nullable String target, byte[] body) {
	}

	/**
	 * What to send back.
	 *
	 * @param status the HTTP status
	 * @param contentType the value of {@code Content-Type}
	 * @param body the whole body
	 */
	@SuppressWarnings("ArrayRecordComponent") // read once, never compared
	record Response(int status, String contentType, byte[] body) {
	}

}
