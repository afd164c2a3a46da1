package io.mokuroku.local.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.mokuroku.local.Ports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What search lists, to its end.
 */
final class IndexedCatalogue {

	private static final String FIRST = "/v1/search?page%5Bsize%5D=50&sort=added";

	private final HttpClient http = HttpClient.newHttpClient();

	private final String base;

	IndexedCatalogue(Ports ports) {
		this.base = Ports.url(ports.search());
	}

	/** Where it differs from what is stored, a sentence each. */
	List<String> faults(StoredCatalogue stored) throws IOException, InterruptedException {
		List<String> faults = new ArrayList<>();
		Map<String, String> listed = new TreeMap<>();
		String next = FIRST;
		while (!next.isEmpty()) {
			JsonNode page = page(next);
			for (JsonNode hit : page.path("data")) {
				String id = hit.path("id").asString();
				if (listed.put(id, line(hit.at("/attributes/lifecycle").asString(""),
						hit.at("/attributes/title").asString(""))) != null) {
					faults.add(id + " is listed twice");
				}
			}
			next = page.at("/links/next").asString("");
		}
		stored.entries().forEach((id, entry) -> {
			String found = listed.remove(id);
			String wanted = line(entry.lifecycle(), entry.title());
			if (!wanted.equals(found)) {
				faults.add(id + " is " + wanted + " and listed as " + found);
			}
		});
		listed.forEach((id, line) -> faults.add(id + " is listed as " + line + " and is no entry"));
		return faults;
	}

	private static String line(String lifecycle, String title) {
		return lifecycle + " " + title;
	}

	private JsonNode page(String address) throws IOException, InterruptedException {
		URI uri = URI.create(this.base).resolve(address);
		HttpResponse<String> answer = this.http.send(
				HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build(),
				HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			throw new IOException(uri + " answers " + answer.statusCode() + ": " + answer.body());
		}
		return JsonMapper.shared().readTree(answer.body());
	}

}
