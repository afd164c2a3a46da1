package io.mokuroku.search.about;

import java.time.InstantSource;
import java.util.Objects;

import io.mokuroku.catalogue.store.AppliedDatasets;
import io.mokuroku.search.index.AnimeIndex;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the catalogue is made of.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AboutSettings.class)
class AboutConfiguration {

	private static final String MODEL = "all-MiniLM-L6-v2, quantised";

	@Bean
	DescribeCatalogue describeCatalogue(AppliedDatasets datasets, AnimeIndex index, AboutSettings settings,
			@Value("${mokuroku.embed.enabled:true}") boolean embeds, InstantSource clock) {
		return new DescribeCatalogue(datasets::findLast, index::counts, settings,
				new About.Versions(build(), "v1", embeds ? MODEL : "none"), clock);
	}

	/**
	 * As the build wrote it into the jar; there is none where classes lie in a folder.
	 */
	private static String build() {
		return Objects.requireNonNullElse(AboutConfiguration.class.getPackage().getImplementationVersion(),
				"development");
	}

}
