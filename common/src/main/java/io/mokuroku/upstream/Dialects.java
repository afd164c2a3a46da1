package io.mokuroku.upstream;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import io.mokuroku.upstream.wire.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dialects of the providers we know.
 */
public final class Dialects {

	/** For a refusal that does not tell how long: the longest common window. */
	private static final Duration A_MINUTE = Duration.ofMinutes(1);

	/** MyAnimeList's firewall opens again after some minutes. */
	private static final Duration BLOCKED = Duration.ofMinutes(5);

	/** AniList's outages last for hours. */
	private static final Duration OUTAGE = Duration.ofMinutes(10);

	/** AniDB's bans last from a quarter of an hour to two days. */
	private static final Duration BAN = Duration.ofDays(1);

	private Dialects() {
	}

	/** HTTP as it is meant; a page for people with status 200 is no answer. */
	public static Dialect http() {
		return Dialects::http;
	}

	/** MyAnimeList's own API, which means "too fast" by 403. */
	public static Dialect myAnimeList() {
		return (reply, now) -> (reply.status() == 403) ? new Verdict.TooFast("answered 403", BLOCKED)
				: http(reply, now);
	}

	/**
	 * AniList, which means "not now" by 403 and tells its errors with status 200, too.
	 */
	public static Dialect aniList() {
		return (reply, now) -> {
			if (reply.status() == 403) {
				return new Verdict.Unavailable("answered 403", OUTAGE);
			}
			Verdict verdict = http(reply, now);
			return (verdict instanceof Verdict.Good) ? graphQl(reply, now) : verdict;
		};
	}

	/** AniDB, which refuses with {@code <error>} and status 200. */
	public static Dialect aniDb() {
		return (reply, now) -> {
			String start = reply.start().toLowerCase(Locale.ROOT);
			if (reply.status() == 555 || (start.contains("<error") && start.contains("banned"))) {
				return new Verdict.TooFast("banned", BAN);
			}
			Verdict verdict = http(reply, now);
			if (!(verdict instanceof Verdict.Good) || !start.contains("<error")) {
				return verdict;
			}
			if (start.contains("not found")) {
				return new Verdict.Missing();
			}
			if (start.contains("client")) {
				return new Verdict.Refused("upstream_refused", "does not know this client");
			}
			return new Verdict.Unavailable("answered with an error", null);
		};
	}

	private static Verdict http(Reply reply, Instant now) {
		Verdict verdict = byStatus(reply.status(), reply, now);
		if (verdict instanceof Verdict.Good && reply.isPage()) {
			return new Verdict.Unavailable("answered with a page", null);
		}
		return verdict;
	}

	private static Verdict byStatus(int status, Reply reply, Instant now) {
		if (status >= 200 && status < 300) {
			return new Verdict.Good();
		}
		String reason = "answered " + status;
		if (status == 404 || status == 410) {
			return new Verdict.Missing();
		}
		if (status == 429) {
			return new Verdict.TooFast(reason, Pauses.asked(reply, now).orElse(A_MINUTE));
		}
		if (status == 408 || status >= 500) {
			return new Verdict.Unavailable(reason, Pauses.asked(reply, now).orElse(null));
		}
		return new Verdict.Refused("upstream_refused", reason);
	}

	private static Verdict graphQl(Reply reply, Instant now) {
		JsonNode errors = errors(reply.body());
		if (errors == null || errors.isEmpty()) {
			return new Verdict.Good();
		}
		int status = errors.path(0).path("status").asInt(400);
		if (status == 403) {
			return new Verdict.Unavailable("an error with status 403", OUTAGE);
		}
		Verdict verdict = byStatus(status, reply, now);
		return (verdict instanceof Verdict.Good) ? new Verdict.Refused("upstream_refused", "answered with an error")
				: verdict;
	}

	/** The member of that name at the top; null if there is none or this is no JSON. */
	private static @Nullable JsonNode errors(byte[] body) {
		try (JsonParser json = JsonMapper.shared().createParser(body)) {
			if (json.nextToken() != JsonToken.START_OBJECT) {
				return null;
			}
			while (json.nextToken() == JsonToken.PROPERTY_NAME) {
				boolean wanted = "errors".equals(json.currentName());
				json.nextToken();
				if (wanted) {
					return json.readValueAsTree();
				}
				json.skipChildren();
			}
			return null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
