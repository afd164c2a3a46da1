package io.mokuroku.local.upstream;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks over HTTP and reads what comes back.
 */
final class Answers implements AutoCloseable {

	private final HttpClient http = HttpClient.newHttpClient();

	HttpResponse<byte[]> get(String address, String... parameters) {
		StringBuilder full = new StringBuilder(address);
		for (int index = 0; index < parameters.length; index += 2) {
			full.append((index == 0) ? '?' : '&')
				.append(URLEncoder.encode(parameters[index], StandardCharsets.UTF_8))
				.append('=')
				.append(URLEncoder.encode(parameters[index + 1], StandardCharsets.UTF_8));
		}
		try {
			return this.http.send(HttpRequest.newBuilder(URI.create(full.toString())).build(),
					HttpResponse.BodyHandlers.ofByteArray());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	JsonNode json(String address, String... parameters) {
		HttpResponse<byte[]> response = get(address, parameters);
		assertThat(response.statusCode()).as(address).isEqualTo(200);
		return tree(new String(response.body(), StandardCharsets.UTF_8));
	}

	/** Whatever the status is. */
	JsonNode post(String address, String body) {
		try {
			return tree(this.http
				.send(HttpRequest.newBuilder(URI.create(address))
					.header("Content-Type", "application/json")
					.POST(HttpRequest.BodyPublishers.ofString(body))
					.build(), HttpResponse.BodyHandlers.ofString())
				.body());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static JsonNode tree(String json) {
		return JsonMapper.shared().readTree(json);
	}

	static List<String> texts(JsonNode array, String pointer) {
		return StreamSupport.stream(array.spliterator(), false).map((item) -> item.at(pointer).stringValue()).toList();
	}

	@Override
	public void close() {
		this.http.close();
	}

}
