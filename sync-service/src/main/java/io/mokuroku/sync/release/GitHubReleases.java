package io.mokuroku.sync.release;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks GitHub's REST API for a release: "Get the latest release" or "Get a release by tag
 * name", with the mark of the last answer, so that an unchanged one costs nothing.
 */
final class GitHubReleases {

	private static final int LONGEST_ANSWER = 4 << 20;

	private final Web web;

	private final ReleaseSettings settings;

	GitHubReleases(Web web, ReleaseSettings settings) {
		this.web = web;
		this.settings = settings;
	}

	/** The question, which is another one if another asset is wanted. */
	String question() {
		return address() + "#" + this.settings.asset();
	}

	/**
	 * Asks for the release that is followed.
	 * @param etag the mark of an answer to the same question; absent to be answered in
	 * any case
	 */
	Answer ask(@Nullable String etag) throws ReleaseUnavailable {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Accept", "application/vnd.github+json");
		headers.put("X-GitHub-Api-Version", "2022-11-28");
		if (etag != null) {
			headers.put("If-None-Match", etag);
		}
		return this.web.get(address(), headers, (response, body) -> (response.statusCode() == 304)
				? new Answer.Unchanged() : published(body, response.headers().firstValue("ETag").orElse(null)));
	}

	private URI address() {
		String releases = this.settings.api() + "/repos/" + this.settings.repository() + "/releases/";
		return URI.create(releases + ((this.settings.tag() != null) ? "tags/" + this.settings.tag() : "latest"));
	}

	private Answer published(InputStream body, @Nullable String etag) throws IOException, ReleaseUnavailable {
		try {
			JsonNode release = JsonMapper.shared().readTree(body.readNBytes(LONGEST_ANSWER));
			String tag = release.path("tag_name").asString("untagged");
			Map<String, Asset> assets = new LinkedHashMap<>();
			for (JsonNode asset : release.path("assets")) {
				if (asset.path("state").asString("uploaded").equals("uploaded")) {
					assets.put(asset.path("name").asString(""), asset(tag, asset));
				}
			}
			return new Answer.Published(tag, assets, etag);
		}
		catch (JacksonException | IllegalArgumentException | DateTimeException ex) {
			throw new ReleaseUnavailable(
					"The release API of " + this.settings.repository() + " did not answer with a release", ex);
		}
	}

	private static Asset asset(String tag, JsonNode asset) {
		String digest = asset.path("digest").asString("").toLowerCase(Locale.ROOT);
		return new Asset(asset.path("id").asLong(), tag, Instant.parse(asset.path("updated_at").asString()),
				asset.path("size").asLong(), digest.startsWith("sha256:") ? digest.substring(7) : null,
				URI.create(asset.path("browser_download_url").asString()));
	}

	/** What the API answered. */
	sealed interface Answer {

		/** The same as last time. */
		record Unchanged() implements Answer {
		}

		/**
		 * A release.
		 *
		 * @param tag what it is tagged with
		 * @param assets its files by name
		 * @param etag the mark of this answer; absent if it has none
		 */
		record Published(String tag, Map<String, Asset> assets, @Nullable String etag) implements Answer {
		}

	}

}
