package io.mokuroku.enrichment.assemble;

/**
 * How much is asked of people.
 *
 * @param popularRank works up to this place by popularity are looked at once even if
 * nothing is wrong; 0 for none
 * @param sampleShare the share, from 0 to 1, of what would be published by itself that is
 * looked at to measure the checks
 * @param sampleSeed another one draws other entries
 */
public record ReviewLimits(int popularRank, double sampleShare, int sampleSeed) {

	public ReviewLimits {
		if (popularRank < 0 || !(sampleShare >= 0 && sampleShare <= 1)) {
			throw new IllegalArgumentException("A rank is not negative, a share lies between 0 and 1");
		}
	}

}
