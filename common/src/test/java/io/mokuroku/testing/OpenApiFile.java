package io.mokuroku.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The OpenAPI document of a service as it lies in the repository, in
 * {@code docs/openapi}.
 */
public final class OpenApiFile {

	/** Set to {@code true} in the environment, files are written instead of compared. */
	public static final String WRITE = "MOKUROKU_WRITE_OPENAPI";

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	/** Where to sign in. Examples name machines as well, and show what was answered. */
	private static final Pattern ISSUER = Pattern
		.compile("(\"(?:authorizationUrl|tokenUrl|refreshUrl|openIdConnectUrl)\":\")http://127\\.0\\.0\\.1:[0-9]+/");

	private OpenApiFile() {
	}

	/**
	 * Fails if the service says something else than its file.
	 * @param service its name
	 * @param said what it says; where the issuer of the tests listens is no matter
	 */
	public static void check(String service, JsonNode said) {
		JsonNode document = JSON.readTree(ISSUER.matcher(said.toString()).replaceAll("$1https://issuer.example/"));
		Path file = Path.of("..", "docs", "openapi", service + ".json");
		try {
			if (Boolean.parseBoolean(System.getenv(WRITE))) {
				Files.createDirectories(file.getParent());
				Files.writeString(file, JSON.writeValueAsString(document) + "\n");
				return;
			}
			assertThat(Files.exists(file) ? JSON.readTree(Files.readString(file)) : null)
				.as("docs/openapi/%s.json is out of date; write it anew with: %s=true mvn -pl %s -am test "
						+ "-Dtest=ApiContractTests,EnrichmentServiceTests,EpisodeSchedulerTests "
						+ "-Dsurefire.failIfNoSpecifiedTests=false", service, WRITE, service)
				.isEqualTo(document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
