package io.mokuroku.upstream;

import java.time.Duration;
import java.util.Objects;

import io.mokuroku.upstream.cache.Freshness;
import org.jspecify.annotations.Nullable;

/**
 * For how long answers of a provider are used, where that is not the default.
 *
 * @param airing how long an answer is fresh if its anime airs, or nothing tells
 * @param upcoming if it is announced
 * @param recent if it ended less than 90 days ago
 * @param old if it ended long ago
 * @param missing how long "we do not have that" is believed
 * @param whileRevalidating how long after that an answer is still given at once while a
 * newer one is fetched
 * @param ifError how long after that it is given when a newer one cannot be had
 */
public record FreshnessSettings(@Nullable Duration airing, @Nullable Duration upcoming, @Nullable Duration recent,
		@Nullable Duration old, @Nullable Duration missing, @Nullable Duration whileRevalidating,
		@Nullable Duration ifError) {

	Freshness or(Freshness usual) {
		return new Freshness(Objects.requireNonNullElse(this.airing, usual.airing()),
				Objects.requireNonNullElse(this.upcoming, usual.upcoming()),
				Objects.requireNonNullElse(this.recent, usual.recent()),
				Objects.requireNonNullElse(this.old, usual.old()),
				Objects.requireNonNullElse(this.missing, usual.missing()),
				Objects.requireNonNullElse(this.whileRevalidating, usual.whileRevalidating()),
				Objects.requireNonNullElse(this.ifError, usual.ifError()));
	}

}
