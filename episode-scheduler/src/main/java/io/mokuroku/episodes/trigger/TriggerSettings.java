package io.mokuroku.episodes.trigger;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How aired episodes are received.
 *
 * @param oldest how long ago an episode may have aired
 * @param concurrency how many are handled at once
 */
@Validated
@ConfigurationProperties("mokuroku.episodes.trigger")
record TriggerSettings(@DefaultValue("48h") Duration oldest, @DefaultValue("4") @Min(1) @Max(50) int concurrency) {

}
