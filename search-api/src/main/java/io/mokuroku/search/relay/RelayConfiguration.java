package io.mokuroku.search.relay;

import io.mokuroku.search.anime.FindAnimeId;
import io.mokuroku.upstream.UpstreamApis;
import io.mokuroku.upstream.UpstreamSettings;
import io.mokuroku.upstream.sources.ProviderApis;
import io.mokuroku.upstream.sources.UpstreamApiConfiguration;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Passing on what providers say.
 */
@Configuration(proxyBeanMethods = false)
@Import(UpstreamApiConfiguration.class)
@EnableConfigurationProperties(RelaySettings.class)
class RelayConfiguration {

	@Bean
	AskProvider askProvider(UpstreamSettings settings, UpstreamApis apis, RelaySettings relay, FindAnimeId ids) {
		return new AskProvider(new ProviderApis(settings, apis.yielding(relay.share(), relay.patience())), ids);
	}

}
