package io.mokuroku.web;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * What a failure becomes for its client.
 *
 * @param status HTTP status, 400 to 599
 * @param headers headers that belong to the status, for example {@code Allow}
 * @param issues what is wrong; at least one
 */
record ErrorAnswer(int status, HttpHeaders headers, List<ApiProblem.Issue> issues) {

	ErrorAnswer {
		issues = List.copyOf(issues);
	}

	static ErrorAnswer of(ErrorCode code, @Nullable String detail) {
		return of(code, detail, HttpHeaders.EMPTY);
	}

	static ErrorAnswer of(ErrorCode code, @Nullable String detail, HttpHeaders headers) {
		return new ErrorAnswer(code.status(), headers, List.of(ApiProblem.Issue.of(code, null, detail)));
	}

	static ErrorAnswer of(ErrorCode code, ErrorSource source, @Nullable String detail) {
		return new ErrorAnswer(code.status(), HttpHeaders.EMPTY, List.of(ApiProblem.Issue.of(code, source, detail)));
	}

	/**
	 * For a status that came without a reason of ours.
	 */
	static ErrorAnswer ofStatus(int status, HttpHeaders headers) {
		ErrorCode code = ErrorCode.ofStatus(status);
		return new ErrorAnswer(status, headers, List.of(ApiProblem.Issue.of(code, null, null)));
	}

	static ErrorAnswer of(ApiProblem problem) {
		HttpHeaders headers = new HttpHeaders();
		problem.retryAfter().ifPresent((wait) -> headers.set(HttpHeaders.RETRY_AFTER, seconds(wait)));
		return new ErrorAnswer(problem.status(), headers, problem.issues());
	}

	boolean isServerFault() {
		return this.status >= 500;
	}

	private static String seconds(Duration wait) {
		return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
	}

}
