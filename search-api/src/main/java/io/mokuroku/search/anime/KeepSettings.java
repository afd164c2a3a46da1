package io.mokuroku.search.anime;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How entries are kept between the store and clients.
 *
 * @param shared how long an entry lies in Redis unless it changes
 * @param forgotten for how long Redis remembers that an entry changed; longer than any
 * request takes
 * @param own for how long an instance answers with what it has in memory without asking
 * anybody: so much later than others it may tell of a change
 * @param most how many entries an instance has in memory
 * @param patience how long Redis may take before the store is asked instead
 * @param rest for how long Redis is left alone after it was slow or away
 */
@Validated
@ConfigurationProperties("mokuroku.entries.keep")
record KeepSettings(@NotNull @DefaultValue("15m") Duration shared, @NotNull @DefaultValue("1h") Duration forgotten,
		@NotNull @DefaultValue("1s") Duration own, @Min(1) @DefaultValue("2000") int most,
		@NotNull @DefaultValue("50ms") Duration patience, @NotNull @DefaultValue("5s") Duration rest) {

	KeepSettings {
		if (shared.toMillis() < 1 || forgotten.toMillis() < 1 || own.isNegative() || patience.toMillis() < 1
				|| rest.toMillis() < 1) {
			throw new IllegalArgumentException("durations of mokuroku.entries.keep are positive");
		}
	}

}
