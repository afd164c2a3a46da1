package io.mokuroku.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A small service on a real port, with everything that a service gets from this library.
 */
final class RunningService implements AutoCloseable {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final JsonMapper JSON = JsonMapper.shared();

	private final ConfigurableApplicationContext context;

	/**
	 * The one that most tests share, started when the first of them asks; it ends with
	 * the process.
	 */
	static RunningService shared() {
		return Shared.SERVICE;
	}

	/**
	 * The issuer that the shared service trusts.
	 */
	static TestIssuer issuer() {
		return Shared.ISSUER;
	}

	private RunningService(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static RunningService start(String issuer, String... properties) {
		SpringApplication application = new SpringApplication(ProbeApplication.class);
		application.setDefaultProperties(Map.of("server.port", "0", "spring.application.name", "probe-service",
				"spring.main.banner-mode", "off", "spring.cloud.aws.sqs.enabled", "false", "mokuroku.web.max-body-size",
				"4KB", "mokuroku.web.limits.anonymous.read", "100000/1m", "mokuroku.web.limits.anonymous.write",
				"100000/1m", "mokuroku.web.limits.anonymous.agentic", "3/1h", "mokuroku.web.limits.known.agentic",
				"5/1h"));
		String[] arguments = new String[properties.length + 1];
		arguments[0] = "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer;
		for (int i = 0; i < properties.length; i++) {
			arguments[i + 1] = "--" + properties[i];
		}
		return new RunningService(application.run(arguments));
	}

	int port() {
		return Integer.parseInt(this.context.getEnvironment().getRequiredProperty("local.server.port"));
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	Answer get(String path, String... headers) {
		return send(path, (request) -> (headers.length > 0) ? request.headers(headers) : request);
	}

	Answer post(String path, String json, String... headers) {
		return send(path, (request) -> {
			request.POST(HttpRequest.BodyPublishers.ofString(json)).header("Content-Type", "application/json");
			return (headers.length > 0) ? request.headers(headers) : request;
		});
	}

	Answer send(String path, UnaryOperator<HttpRequest.Builder> change) {
		URI uri = URI.create("http://127.0.0.1:" + port() + path);
		try {
			HttpResponse<byte[]> response = CLIENT.send(change.apply(HttpRequest.newBuilder(uri)).build(),
					HttpResponse.BodyHandlers.ofByteArray());
			return new Answer(response, new String(response.body(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

	private static final class Shared {

		static final TestIssuer ISSUER = new TestIssuer(0);

		static final RunningService SERVICE = RunningService.start(ISSUER.uri());

	}

	record Answer(HttpResponse<byte[]> response, String body) {

		int status() {
			return this.response.statusCode();
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		JsonNode json() {
			return JSON.readTree(this.body);
		}

		/**
		 * The first error, once the whole answer has the form that every failure has.
		 */
		JsonNode error() {
			ErrorForm.check(status(), header("Content-Type"), this.body);
			return json().at("/errors/0");
		}

		String code() {
			return error().path("code").asString();
		}

		List<String> pointers() {
			return json().path("errors").valueStream().map((error) -> error.at("/source/pointer").asString()).toList();
		}

		List<String> parameters() {
			return json().path("errors")
				.valueStream()
				.map((error) -> error.at("/source/parameter").asString())
				.toList();
		}

	}

}
