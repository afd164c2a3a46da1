package io.mokuroku.enrichment.score;

import java.time.Duration;
import java.time.InstantSource;

import io.mokuroku.catalogue.store.CatalogueMeans;
import io.mokuroku.catalogue.store.EntryScan;
import io.mokuroku.recurring.RepeatedWork;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The weekly look at all scores.
 */
@Configuration(proxyBeanMethods = false)
class ScoreConfiguration {

	/** Every instance looks whether it is time; one of them measures. */
	private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

	@Bean
	RepeatedWork weeklyMeasure(EntryScan entries, CatalogueMeans means, InstantSource clock) {
		return new RepeatedWork("weekly-measure", new MeasureCatalogue(entries, means, clock)::ifDue, LOOK_EVERY);
	}

}
