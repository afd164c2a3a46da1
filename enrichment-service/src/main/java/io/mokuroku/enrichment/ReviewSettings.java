package io.mokuroku.enrichment;

import io.mokuroku.enrichment.assemble.ReviewLimits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much people look at although nothing is wrong.
 *
 * @param popularRank works up to this place by popularity are looked at once; 0 for none
 * @param sampleShare the share, from 0 to 1, of what would be published by itself that is
 * looked at
 * @param sampleSeed another one draws other entries
 */
@ConfigurationProperties("mokuroku.enrichment.review")
record ReviewSettings(@DefaultValue("2000") int popularRank, @DefaultValue("0.02") double sampleShare,
		@DefaultValue("1") int sampleSeed) {

	ReviewSettings {
		new ReviewLimits(popularRank, sampleShare, sampleSeed);
	}

	ReviewLimits limits() {
		return new ReviewLimits(this.popularRank, this.sampleShare, this.sampleSeed);
	}

}
