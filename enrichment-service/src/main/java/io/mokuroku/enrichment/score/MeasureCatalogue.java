package io.mokuroku.enrichment.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.store.CatalogueMeans;
import io.mokuroku.catalogue.store.CatalogueMeans.Mean;
import io.mokuroku.catalogue.store.EntryScan;
import io.mokuroku.enrichment.merge.ScoreMerge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes the mean score of the catalogue once a week, by one instance, from the entries
 * themselves. Rounded to hundredths, it does not move scores for nothing.
 */
final class MeasureCatalogue {

	private static final Logger logger = LoggerFactory.getLogger(MeasureCatalogue.class);

	private static final Duration WEEK = Duration.ofDays(7);

	/** Whoever has not come to an end by then is taken for dead. */
	private static final Duration LONGEST = Duration.ofHours(1);

	private final EntryScan entries;

	private final CatalogueMeans means;

	private final InstantSource clock;

	MeasureCatalogue(EntryScan entries, CatalogueMeans means, InstantSource clock) {
		this.entries = entries;
		this.means = means;
		this.clock = clock;
	}

	/**
	 * Computes it if it is due and nobody else does.
	 * @return whether it was computed
	 */
	boolean ifDue() {
		Instant now = this.clock.instant();
		if (!this.means.claim(now, WEEK, LONGEST)) {
			return false;
		}
		Sum sum = new Sum();
		int segments = EntryScan.shares(this.means.current().entries());
		for (int segment = 0; segment < segments; segment++) {
			this.entries.read(segment, segments, sum::add);
		}
		Mean mean = new Mean(sum.mean(), sum.entries, now);
		this.means.put(mean);
		logger.info("catalogue measured mean={} entries={}", mean.score(), mean.entries());
		return true;
	}

	private static final class Sum {

		private double scores;

		private long entries;

		void add(List<AnimeEntry> some) {
			for (AnimeEntry entry : some) {
				OptionalDouble score = (entry.lifecycle() != Lifecycle.REDIRECT)
						? ScoreMerge.weighted(ScoreMerge.scores(entry.details().statistics())) : OptionalDouble.empty();
				if (score.isPresent()) {
					this.scores += score.getAsDouble();
					this.entries++;
				}
			}
		}

		double mean() {
			return (this.entries == 0) ? CatalogueMeans.FIRST
					: BigDecimal.valueOf(this.scores / this.entries).setScale(2, RoundingMode.HALF_UP).doubleValue();
		}

	}

}
