package io.mokuroku.enrichment.score;

import java.time.InstantSource;

import io.mokuroku.catalogue.store.CatalogueMeans;
import io.mokuroku.catalogue.store.EntryScan;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The weekly look at all scores.
 */
@Configuration(proxyBeanMethods = false)
class ScoreConfiguration {

	@Bean
	WeeklyMeasure weeklyMeasure(EntryScan entries, CatalogueMeans means, InstantSource clock) {
		return new WeeklyMeasure(new MeasureCatalogue(entries, means, clock));
	}

}
