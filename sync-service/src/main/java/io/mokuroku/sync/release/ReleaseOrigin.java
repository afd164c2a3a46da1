package io.mokuroku.sync.release;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

import io.mokuroku.message.SyncRequested;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fetches releases from the configured repository's release API, from an address, or
 * (where it is allowed) from a file.
 */
final class ReleaseOrigin {

	private final ReleaseSettings settings;

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(5))
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	ReleaseOrigin(ReleaseSettings settings) {
		this.settings = settings;
	}

	/**
	 * Writes a release to a file.
	 * @return what the release is called
	 */
	String fetch(String source, Path target) throws ReleaseUnavailable, IOException {
		if (source.equals(SyncRequested.LATEST)) {
			return latest(target);
		}
		if (source.startsWith("https://") || source.startsWith("http://")) {
			URI address = address(source);
			download(address, target);
			return nameOf(address.getPath());
		}
		if (!this.settings.localFiles()) {
			throw ReleaseUnavailable.forGood("This installation takes no releases from files", null);
		}
		Path file = path(source);
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
			throw ReleaseUnavailable.forGood("There is no readable file " + source, null);
		}
		Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
		return nameOf(file.toString());
	}

	private String latest(Path target) throws ReleaseUnavailable, IOException {
		String repository = this.settings.repository();
		URI question = URI.create(this.settings.api() + "/repos/" + repository + "/releases/latest");
		HttpResponse<InputStream> response = send(question, "application/vnd.github+json");
		try (InputStream body = response.body()) {
			JsonNode release = JsonMapper.shared().readTree(body);
			for (JsonNode asset : release.path("assets")) {
				if (this.settings.asset().equals(asset.path("name").asString(""))) {
					download(address(asset.path("browser_download_url").asString("")), target);
					return repository + " " + release.path("tag_name").asString("untagged");
				}
			}
		}
		catch (JacksonException ex) {
			throw ReleaseUnavailable.forGood("The release API of " + repository + " did not answer with JSON", ex);
		}
		throw ReleaseUnavailable
			.forGood("The newest release of " + repository + " has no file " + this.settings.asset(), null);
	}

	private void download(URI address, Path target) throws ReleaseUnavailable, IOException {
		try (InputStream body = send(address, "*/*").body()) {
			Files.copy(body, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private HttpResponse<InputStream> send(URI address, String accept) throws ReleaseUnavailable {
		HttpRequest request = HttpRequest.newBuilder(address)
			.timeout(this.settings.downloadTimeout())
			.header("Accept", accept)
			.header("User-Agent", "mokuroku/0.1")
			.build();
		try {
			HttpResponse<InputStream> response = this.http.send(request, HttpResponse.BodyHandlers.ofInputStream());
			if (response.statusCode() != 200) {
				response.body().close();
				throw ReleaseUnavailable.forNow("%s answered %d".formatted(address.getHost(), response.statusCode()),
						null);
			}
			return response;
		}
		catch (IOException ex) {
			throw ReleaseUnavailable.forGood(address.getHost() + " cannot be reached", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw ReleaseUnavailable.forGood("Interrupted while waiting for " + address.getHost(), ex);
		}
	}

	private static URI address(String text) throws ReleaseUnavailable {
		try {
			URI address = URI.create(text);
			if (address.getHost() != null) {
				return address;
			}
		}
		catch (IllegalArgumentException ex) {
			throw ReleaseUnavailable.forGood("Not an address: " + text, ex);
		}
		throw ReleaseUnavailable.forGood("Not an address: " + text, null);
	}

	private static Path path(String text) throws ReleaseUnavailable {
		try {
			return Path.of(text);
		}
		catch (InvalidPathException ex) {
			throw ReleaseUnavailable.forGood("Not a file name: " + text, ex);
		}
	}

	private static String nameOf(String path) {
		return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
	}

}
