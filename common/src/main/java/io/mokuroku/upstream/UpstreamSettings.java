package io.mokuroku.upstream;

import java.net.URI;
import java.time.Duration;

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
 * @param anilist AniList; its terms forbid mass collection, so it is for single entries
 * and airing times, after its owner has agreed
 * @param animeschedule AnimeSchedule; its token is that of an application
 * @param anidb AniDB; it needs the name under which a client was registered
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long the headers of an answer may take
 * @param totalTimeout how long an answer may take as a whole
 * @param largestAnswer bytes of an answer, decompressed
 * @param userAgent how we introduce ourselves; providers ask for a name and an address
 * @param homepage our own site, sent as {@code Referer} where a provider wants one
 */
@ConfigurationProperties("mokuroku.upstream")
public record UpstreamSettings(@DefaultValue Site jikan, @DefaultValue Site kitsu, @DefaultValue Site mal,
		@DefaultValue Site anilist, @DefaultValue Site animeschedule, @DefaultValue Site anidb,
		@DefaultValue("2s") Duration connectTimeout, @DefaultValue("15s") Duration readTimeout,
		@DefaultValue("30s") Duration totalTimeout, @DefaultValue("16MB") DataSize largestAnswer,
		@DefaultValue("Mokuroku/0.1") String userAgent, @Nullable URI homepage) {

	/**
	 * One provider.
	 *
	 * @param baseUrl where its API is; without it the provider is not asked
	 * @param enabled whether it is asked
	 * @param token what it knows us by, where it wants that
	 * @param client the name our client is registered under; public
	 * @param clientVersion the version it is registered with
	 */
	public record Site(@Nullable URI baseUrl, @DefaultValue("true") boolean enabled, @Nullable Secret token,
			@Nullable String client, @DefaultValue("1") int clientVersion) {

	}

}
