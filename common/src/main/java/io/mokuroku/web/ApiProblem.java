package io.mokuroku.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a route tells its client about. Everything in it is sent, except the
 * cause: write details for strangers.
 */
public final class ApiProblem extends RuntimeException {

	private final int status;

	private final List<Issue> issues;

	private final @Nullable Duration retryAfter;

	private ApiProblem(int status, List<Issue> issues, @Nullable Duration retryAfter, @Nullable Throwable cause) {
		super(issues.getFirst().detail(), cause);
		this.status = status;
		this.issues = List.copyOf(issues);
		this.retryAfter = retryAfter;
	}

	/**
	 * The thing asked for does not exist: 404.
	 */
	public static ApiProblem notFound(String detail) {
		return of(ErrorCode.NOT_FOUND, detail);
	}

	/**
	 * The thing asked for does not exist: 404, with a code of the service's own such as
	 * {@code job_not_found}.
	 */
	public static ApiProblem notFound(String code, String detail) {
		return of(404, new Issue(code, ErrorCode.NOT_FOUND.title(), detail, null));
	}

	/**
	 * The request contradicts the present state: 409.
	 */
	public static ApiProblem conflict(String detail) {
		return of(ErrorCode.CONFLICT, detail);
	}

	/**
	 * The request contradicts the present state: 409, with a code of the service's own.
	 */
	public static ApiProblem conflict(String code, String detail) {
		return of(409, new Issue(code, ErrorCode.CONFLICT.title(), detail, null));
	}

	/**
	 * As {@link #conflict(String, String)}, with what the state is now.
	 * @param meta goes into the {@code meta} of the error as JSON
	 */
	public static ApiProblem conflict(String code, String detail, Map<String, Object> meta) {
		return of(409, new Issue(code, ErrorCode.CONFLICT.title(), detail, null, meta));
	}

	/**
	 * A query or path parameter is not valid: 400.
	 * @param parameter its name
	 * @param detail which rule it breaks
	 */
	public static ApiProblem badParameter(String parameter, String detail) {
		return of(ErrorCode.INVALID_PARAMETER, ErrorSource.parameter(parameter), detail);
	}

	/**
	 * A field of the body is not valid: 400.
	 * @param pointer JSON Pointer to the field, for example
	 * {@code /data/attributes/title}
	 * @param detail which rule it breaks
	 */
	public static ApiProblem badField(String pointer, String detail) {
		return of(ErrorCode.INVALID_FIELD, ErrorSource.pointer(pointer), detail);
	}

	/**
	 * Several fields of the body are not valid: 400, one error for each.
	 * @param rules which rule each breaks, by JSON Pointer; at least one, in their order
	 */
	public static ApiProblem badFields(Map<String, String> rules) {
		return of(ErrorCode.INVALID_FIELD.status(), rules.entrySet()
			.stream()
			.map((each) -> Issue.of(ErrorCode.INVALID_FIELD, ErrorSource.pointer(each.getKey()), each.getValue()))
			.toList());
	}

	/**
	 * The service cannot answer for the moment: 503.
	 * @param retryAfter when to try again; rounded up to seconds
	 */
	public static ApiProblem unavailable(Duration retryAfter, String detail) {
		return retryable(ErrorCode.SERVICE_UNAVAILABLE, retryAfter, detail, null);
	}

	/**
	 * As {@link #unavailable(Duration, String)}, with the failure that led to it for the
	 * log.
	 */
	public static ApiProblem unavailable(Duration retryAfter, String detail, Throwable cause) {
		return retryable(ErrorCode.SERVICE_UNAVAILABLE, retryAfter, detail, cause);
	}

	/**
	 * A limit is used up: 429.
	 * @param retryAfter when the limit allows another request; rounded up to seconds
	 */
	public static ApiProblem tooManyRequests(Duration retryAfter, String detail) {
		return retryable(ErrorCode.TOO_MANY_REQUESTS, retryAfter, detail, null);
	}

	/**
	 * Any code of the catalogue.
	 */
	public static ApiProblem of(ErrorCode code, String detail) {
		return of(code.status(), Issue.of(code, null, detail));
	}

	/**
	 * Any code of the catalogue, about one part of the request.
	 */
	public static ApiProblem of(ErrorCode code, ErrorSource source, String detail) {
		return of(code.status(), Issue.of(code, source, detail));
	}

	static ApiProblem of(int status, Issue... issues) {
		return new ApiProblem(status, List.of(issues), null, null);
	}

	static ApiProblem of(int status, List<Issue> issues) {
		return new ApiProblem(status, issues, null, null);
	}

	/**
	 * Something behind the service failed and may do better later: 502, 503 or 504.
	 * @param code says what happened
	 * @param retryAfter when to try again; rounded up to seconds
	 */
	public static ApiProblem later(ErrorCode code, Duration retryAfter, String detail, Throwable cause) {
		return retryable(code, retryAfter, detail, cause);
	}

	static ApiProblem retryable(ErrorCode code, Duration retryAfter, String detail, @Nullable Throwable cause) {
		return new ApiProblem(code.status(), List.of(Issue.of(code, null, detail)), retryAfter, cause);
	}

	/**
	 * HTTP status of the answer.
	 */
	public int status() {
		return this.status;
	}

	List<Issue> issues() {
		return this.issues;
	}

	Optional<Duration> retryAfter() {
		return Optional.ofNullable(this.retryAfter);
	}

	/**
	 * One thing that is wrong; becomes one error object.
	 */
	record Issue(String code, String title, @Nullable String detail, @Nullable ErrorSource source,
			Map<String, Object> meta) {

		Issue {
			meta = Map.copyOf(meta);
			if (!code.matches("[a-z][a-z0-9_]{1,63}")) {
				throw new IllegalArgumentException("not an error code: " + code);
			}
		}

		Issue(String code, String title, @Nullable String detail, @Nullable ErrorSource source) {
			this(code, title, detail, source, Map.of());
		}

		static Issue of(ErrorCode code, @Nullable ErrorSource source, @Nullable String detail) {
			return new Issue(code.code(), code.title(), detail, source);
		}

	}

}
