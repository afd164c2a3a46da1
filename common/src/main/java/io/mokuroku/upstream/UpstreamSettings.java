package io.mokuroku.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import io.mokuroku.upstream.budget.Waiting;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which providers are asked, and how patiently.
 *
 * @param jikan an API in the form of Jikan
 * @param kitsu Kitsu
 * @param mal MyAnimeList's own API; its token is the client id
 * @param anilist AniList; off unless given an address. Its terms forbid to collect or
 * replicate it, and ask for a licence above a small income: it is for single entries and
 * airing times, after AniList has agreed. It is asked with our own {@code homepage} as
 * {@code Referer}, never with that of another site; its 403 means that it is not
 * available
 * @param animeschedule AnimeSchedule; its token is that of an application
 * @param anidb AniDB; it needs the name under which a client was registered
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long the headers of an answer may take
 * @param totalTimeout how long an answer may take as a whole
 * @param largestAnswer bytes of an answer, decompressed
 * @param userAgent how we introduce ourselves; providers ask for a name and an address
 * @param homepage our own site, sent as {@code Referer} where a provider wants one
 * @param patience how long a call waits for its turn before it fails for now
 * @param places how many calls of an instance may wait or be under way at a provider
 * @param instances how many instances share a provider when Redis is away
 * @param failures after how many failures in a row a provider is left alone
 * @param rest for how long then, before one call tries
 * @param rawBucket where answers are kept as they came; empty keeps none
 */
@ConfigurationProperties("mokuroku.upstream")
public record UpstreamSettings(@DefaultValue Site jikan, @DefaultValue Site kitsu, @DefaultValue Site mal,
		@DefaultValue Site anilist, @DefaultValue Site animeschedule, @DefaultValue Site anidb,
		@DefaultValue("2s") Duration connectTimeout, @DefaultValue("15s") Duration readTimeout,
		@DefaultValue("30s") Duration totalTimeout, @DefaultValue("16MB") DataSize largestAnswer,
		@DefaultValue("Mokuroku/0.1") String userAgent, @Nullable URI homepage, @DefaultValue("10s") Duration patience,
		@DefaultValue("16") int places, @DefaultValue("3") int instances, @DefaultValue("5") int failures,
		@DefaultValue("10m") Duration rest, @DefaultValue("mokuroku-upstream") String rawBucket) {

	private static final Set<String> NAMES = Set.of("jikan", "kitsu", "mal", "anilist", "animeschedule", "anidb");

	/** A call that is not over by then was lost with its instance. */
	private static final Duration LEASE_MARGIN = Duration.ofSeconds(5);

	/**
	 * How a provider is treated.
	 * @param name its name in this record
	 */
	public SiteRules rules(String name) {
		Site site = site(name);
		return new SiteRules(site.limits().or(Published.limits(name)),
				new Waiting(this.patience, this.places, this.totalTimeout.plus(LEASE_MARGIN), this.instances),
				site.freshness().or(Published.freshness(name)), this.failures, this.rest);
	}

	/** The names of all providers. */
	public static Set<String> names() {
		return NAMES;
	}

	private Site site(String name) {
		return switch (name) {
			case "jikan" -> this.jikan;
			case "kitsu" -> this.kitsu;
			case "mal" -> this.mal;
			case "anilist" -> this.anilist;
			case "animeschedule" -> this.animeschedule;
			case "anidb" -> this.anidb;
			default -> throw new IllegalArgumentException("No such provider: " + name);
		};
	}

	/**
	 * One provider.
	 *
	 * @param baseUrl where its API is; without it the provider is not asked
	 * @param enabled whether it is asked
	 * @param token what it knows us by, where it wants that
	 * @param client the name our client is registered under; public
	 * @param clientVersion the version it is registered with
	 * @param limits how often it may be asked, where that is not what it publishes
	 * @param freshness for how long its answers are used, where that is not the default
	 */
	public record Site(@Nullable URI baseUrl, @DefaultValue("true") boolean enabled, @Nullable Secret token,
			@Nullable String client, @DefaultValue("1") int clientVersion, @DefaultValue LimitSettings limits,
			@DefaultValue FreshnessSettings freshness) {

	}

}
