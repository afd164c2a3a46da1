package io.mokuroku.upstream.sources;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.upstream.Dialect;
import io.mokuroku.upstream.Dialects;
import io.mokuroku.upstream.UpstreamApi;
import io.mokuroku.upstream.UpstreamApis;
import io.mokuroku.upstream.UpstreamSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;

/**
 * The APIs of all providers, each opened once, with what it wants to know us by; or why
 * it is off.
 */
public final class ProviderApis {

	private static final Logger logger = LoggerFactory.getLogger(ProviderApis.class);

	private final UpstreamSettings settings;

	private final UpstreamApis apis;

	private final Map<String, Access> providers = new LinkedHashMap<>();

	/**
	 * Opens what is on.
	 * @param settings which providers are on
	 * @param apis opens them
	 */
	public ProviderApis(UpstreamSettings settings, UpstreamApis apis) {
		this.settings = settings;
		this.apis = apis;
		open("jikan", settings.jikan(), Dialects.http(), null);
		open("mal", settings.mal(), Dialects.myAnimeList(), lacksToken(settings.mal()));
		open("kitsu", settings.kitsu(), Dialects.http(), null);
		open("anilist", settings.anilist(), Dialects.aniList(), (settings.homepage() != null) ? null : "no homepage");
		open("animeschedule", settings.animeschedule(), Dialects.http(), lacksToken(settings.animeschedule()));
		open("anidb", settings.anidb(), Dialects.aniDb(), (settings.anidb().client() != null) ? null : "no client");
	}

	/**
	 * A provider.
	 * @param name its name in configuration
	 * @throws IllegalArgumentException if there is no such provider
	 */
	public Access get(String name) {
		Access access = this.providers.get(name);
		if (access == null) {
			throw new IllegalArgumentException("No such provider: " + name);
		}
		return access;
	}

	/**
	 * @param lacks what is missing beside the address, null if nothing
	 */
	private void open(String name, UpstreamSettings.Site site, Dialect dialect, @Nullable String lacks) {
		URI url = site.baseUrl();
		if (!site.enabled() || url == null || lacks != null) {
			String reason = !site.enabled() ? "disabled"
					: (url == null) ? "no base-url" : Objects.requireNonNullElse(lacks, "");
			this.providers.put(name, new Access.Off(reason));
			logger.info("source off source={} reason=\"{}\"", name, reason);
			return;
		}
		this.providers.put(name, new Access.Open(this.apis.open(name, url, dialect, headers(name))));
		logger.info("source on source={} base-url={}", name, url);
	}

	private Map<String, String> headers(String name) {
		return switch (name) {
			case "mal" -> Map.of("X-MAL-CLIENT-ID", token(this.settings.mal()));
			case "animeschedule" -> Map.of(HttpHeaders.AUTHORIZATION, "Bearer " + token(this.settings.animeschedule()));
			// our own site and nobody else's: AniList wants to know who asks
			case "anilist" ->
				Map.of(HttpHeaders.REFERER, Objects.requireNonNull(this.settings.homepage(), "homepage").toString());
			default -> Map.of();
		};
	}

	private static @Nullable String lacksToken(UpstreamSettings.Site site) {
		return (site.token() != null) ? null : "no token";
	}

	private static String token(UpstreamSettings.Site site) {
		return Objects.requireNonNull(site.token(), "token").value();
	}

	/** Whether a provider can be asked. */
	public sealed interface Access {

		/**
		 * It can.
		 *
		 * @param api through this
		 */
		record Open(UpstreamApi api) implements Access {
		}

		/**
		 * It cannot.
		 *
		 * @param reason a few words for the operator, nothing secret
		 */
		record Off(String reason) implements Access {
		}

	}

}
