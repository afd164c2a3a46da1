package io.mokuroku.upstream;

import java.time.Duration;

import io.mokuroku.upstream.budget.Limits;
import io.mokuroku.upstream.budget.Waiting;
import io.mokuroku.upstream.cache.Freshness;

/**
 * How one provider is treated.
 *
 * @param limits how often it may be asked
 * @param waiting how calls wait for their turn
 * @param freshness for how long its answers are used
 * @param failures after how many in a row it is left alone
 * @param rest for how long then, before one call tries
 */
public record SiteRules(Limits limits, Waiting waiting, Freshness freshness, int failures, Duration rest) {

	SiteRules yielding(double part, Duration patience) {
		return new SiteRules(this.limits.yielding(part), this.waiting.patientFor(patience), this.freshness,
				this.failures, this.rest);
	}

}
