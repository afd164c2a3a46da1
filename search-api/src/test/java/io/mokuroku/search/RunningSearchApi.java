package io.mokuroku.search;

import java.net.URI;

import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeAll;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks the service over HTTP. Tests share its store and its index: each uses ids of its
 * own.
 */
public abstract class RunningSearchApi extends SearchApiContext {

	/** The media type of every answer. */
	protected static final String JSON_API = "application/vnd.api+json";

	/** What asks it. */
	protected final MockMvcTester http;

	protected RunningSearchApi(MockMvcTester http) {
		this.http = http;
	}

	@BeforeAll
	static void startEngines() {
		LocalEngines.start();
	}

	/** Asks for a path with its query, percent-encoded. */
	protected MvcTestResult get(String path) {
		return this.http.get().uri(URI.create(path)).exchange();
	}

	/** Expects 400 that names a parameter. */
	protected static void refused(MvcTestResult answer, String code, String parameter) {
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(JSON_API).bodyJson().isLenientlyEqualTo("""
				{"errors":[{"status":"400","code":"%s","source":{"parameter":"%s"}}]}""".formatted(code, parameter));
	}

}
