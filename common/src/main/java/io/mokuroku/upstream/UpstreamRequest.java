package io.mokuroku.upstream;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.mokuroku.upstream.shared.CacheKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question to a provider. Resource, id and page name it: two requests of a provider
 * with the same three must ask the same, because the second may get the first one's
 * answer. Secrets belong to the API, never into a request.
 *
 * @param resource what is asked for, such as {@code episodes}: lower-case letters, digits
 * and hyphens
 * @param id of which anime, person or week
 * @param page from 1
 * @param path percent-encoded, with a leading slash; empty asks the base address itself
 * @param query names and values, not encoded, in order
 * @param body a JSON text to POST; null asks with GET
 * @param noOlderThan how old an answer may be; null takes one as old as the settings
 * allow
 */
public record UpstreamRequest(String resource, String id, int page, String path, List<Parameter> query,
		@Nullable String body, @Nullable Duration noOlderThan) {

	private static final Duration NEWS = Duration.ofMinutes(10);

	public UpstreamRequest {
		query = List.copyOf(query);
	}

	/** A GET of a path, page 1. */
	public static UpstreamRequest get(String resource, String id, String path) {
		return new UpstreamRequest(resource, id, 1, path, List.of(), null, null);
	}

	/** A POST of something that becomes JSON, page 1. */
	public static UpstreamRequest post(String resource, String id, String path, Object json) {
		String body = JsonMapper.shared().writeValueAsString(json);
		return new UpstreamRequest(resource, id, 1, path, List.of(), body, null);
	}

	/** The same with one more parameter; name and value are encoded here. */
	public UpstreamRequest query(String name, Object value) {
		List<Parameter> more = new ArrayList<>(this.query);
		more.add(new Parameter(name, String.valueOf(value)));
		return new UpstreamRequest(this.resource, this.id, this.page, this.path, more, this.body, this.noOlderThan);
	}

	/** The same named as another page, from 1. The query has to ask for it, too. */
	public UpstreamRequest page(int number) {
		return new UpstreamRequest(this.resource, this.id, number, this.path, this.query, this.body, this.noOlderThan);
	}

	/**
	 * The same for an answer that is not older than this, for whoever expects news. It is
	 * never answered by something stale.
	 */
	public UpstreamRequest noOlderThan(Duration age) {
		return new UpstreamRequest(this.resource, this.id, this.page, this.path, this.query, this.body, age);
	}

	/**
	 * The same for whoever waits for a new episode: an answer of the last ten minutes.
	 */
	public UpstreamRequest news() {
		return noOlderThan(NEWS);
	}

	/** Under which an answer of a provider is kept. */
	CacheKey key(String provider) {
		return new CacheKey(provider, this.resource, this.id, this.page);
	}

	/** The path with names instead of ids and numbers. */
	String route() {
		return Arrays.stream(this.path.split("/"))
			.map((part) -> part.equals(this.id) ? "{id}" : part.matches("\\d+") ? "{number}" : part)
			.collect(Collectors.joining("/", "", this.path.isEmpty() ? "/" : ""));
	}

	/** Path and query. */
	String target() {
		if (this.query.isEmpty()) {
			return this.path;
		}
		return this.path + this.query.stream()
			.map((parameter) -> encoded(parameter.name()) + "=" + encoded(parameter.value()))
			.collect(Collectors.joining("&", "?", ""));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/**
	 * One parameter of a query.
	 *
	 * @param name not encoded
	 * @param value not encoded
	 */
	public record Parameter(String name, String value) {
	}

}
