package io.mokuroku.upstream.shared;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;

/**
 * The one form of keys in Redis: {@code schema:provider:resource:id:page}, described in
 * {@code docs/operations/upstream-cache.md}. A resource that begins with a tilde is our
 * own; all others are answers of providers.
 *
 * @param provider lower-case letters and digits
 * @param resource lower-case letters, digits and hyphens, after a tilde if it is our own
 * @param id any text; percent-encoded in the key
 * @param page from 1, or 0 for what has no pages
 */
public record CacheKey(String provider, String resource, String id, int page) {

	/** A new number leaves everything behind that was stored in an older form. */
	public static final String SCHEMA = "u1";

	/** For our own resources that belong to a provider as a whole. */
	public static final String ALL = "all";

	private static final Pattern FORM = Pattern
		.compile(SCHEMA + ":([a-z][a-z0-9]*):(~?[a-z][a-z0-9-]*):([^:]+):(\\d{1,9})");

	private static final Pattern PROVIDER = Pattern.compile("[a-z][a-z0-9]*");

	private static final Pattern RESOURCE = Pattern.compile("~?[a-z][a-z0-9-]*");

	public CacheKey {
		if (!PROVIDER.matcher(provider).matches() || !RESOURCE.matcher(resource).matches() || id.isEmpty()
				|| page < 0) {
			throw new IllegalArgumentException(
					"Not a key: " + provider + ", " + resource + ", '" + id + "', page " + page);
		}
	}

	/** The ledger of a provider's budget. */
	public static CacheKey budget(String provider) {
		return new CacheKey(provider, "~budget", ALL, 0);
	}

	/** How often somebody has asked us: not of a provider, but of our own clients. */
	public static CacheKey limit(String kind, String who) {
		return new CacheKey("clients", "~limit-" + kind, who, 0);
	}

	/** What was spent on a provider in a month, as in {@code 2026-11}. */
	public static CacheKey spend(String provider, String month) {
		return new CacheKey(provider, "~spend", month, 0);
	}

	/** What a provider's model has planned for a question, by the question's hash. */
	public static CacheKey plan(String provider, String question) {
		return new CacheKey(provider, "~plan", question, 0);
	}

	/** A generation of the curated lists. */
	public static CacheKey lists(String generation) {
		return new CacheKey("catalogue", "~lists", generation, 0);
	}

	/** The name of the generation of the curated lists that is shown. */
	public static CacheKey shownLists() {
		return new CacheKey("catalogue", "~shown-lists", ALL, 0);
	}

	/** An entry of the catalogue in the form in which it is answered with. */
	public static CacheKey entry(AnimeId id) {
		return new CacheKey("catalogue", "~entry", id.toString(), 0);
	}

	/** The id of the entry that holds a link. */
	public static CacheKey holder(SourceLink link) {
		return new CacheKey("catalogue", "~holder", link.key(), 0);
	}

	/** Who is asking for an answer just now. */
	public CacheKey flight() {
		return new CacheKey(this.provider, "~flight-" + this.resource, this.id, this.page);
	}

	/** The names of all answers about one id. */
	public static CacheKey answersAbout(String provider, String id) {
		return new CacheKey(provider, "~answers", id, 0);
	}

	/**
	 * Reads a key.
	 * @throws IllegalArgumentException if it is none
	 */
	public static CacheKey parse(String key) {
		Matcher matcher = FORM.matcher(key);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("Not a key: " + key);
		}
		return new CacheKey(matcher.group(1), matcher.group(2),
				URLDecoder.decode(matcher.group(3), StandardCharsets.UTF_8), Integer.parseInt(matcher.group(4)));
	}

	/** What all keys of a provider match, as Redis writes patterns. */
	public static String patternOf(String provider) {
		return new CacheKey(provider, "any", ALL, 0).text().replaceFirst(":any:.*", ":*");
	}

	/** Whether this is an answer of the provider and not our own. */
	public boolean isAnswer() {
		return !this.resource.startsWith("~");
	}

	/** As it stands in Redis. */
	public String text() {
		return String.join(":", SCHEMA, this.provider, this.resource,
				URLEncoder.encode(this.id, StandardCharsets.UTF_8), Integer.toString(this.page));
	}

	@Override
	public String toString() {
		return text();
	}

}
