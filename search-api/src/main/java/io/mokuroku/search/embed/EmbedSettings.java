package io.mokuroku.search.embed;

import java.time.Duration;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How vectors are computed in the background.
 *
 * @param enabled whether there are vectors at all; without them answers come from words
 * alone
 * @param batch how many vectors are committed together
 * @param busyShare which share of one processor core it takes while entries arrive or
 * searches run, above 0 to 1
 * @param busyFor for how long after an arrival or a search the service counts as busy
 */
@Validated
@ConfigurationProperties("mokuroku.embed")
record EmbedSettings(@DefaultValue("true") boolean enabled, @Min(1) @Max(10_000) @DefaultValue("256") int batch,
		@DecimalMin("0.01") @DecimalMax("1.0") @DefaultValue("0.4") double busyShare,
		@NotNull @DefaultValue("1s") Duration busyFor) {
}
