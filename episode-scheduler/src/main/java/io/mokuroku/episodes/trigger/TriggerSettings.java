package io.mokuroku.episodes.trigger;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How aired episodes are received, and looked for again while no source lists them.
 *
 * @param oldest how long ago an episode may have aired
 * @param concurrency how many are handled at once
 * @param lookAgainAfter the time between the first looks
 * @param quickLooks how many looks follow the first after that time each
 * @param laterLooksEvery the time between the looks after those
 * @param giveUpAfter how long after its airing an episode is looked for
 * @param premieresWithin how soon a work premieres of which everything is asked for
 */
@Validated
@ConfigurationProperties("mokuroku.episodes.trigger")
record TriggerSettings(@DefaultValue("48h") Duration oldest, @DefaultValue("4") @Min(1) @Max(50) int concurrency,
		@DefaultValue("2h") @DurationMin(minutes = 1) Duration lookAgainAfter,
		@DefaultValue("3") @Min(0) @Max(20) int quickLooks,
		@DefaultValue("24h") @DurationMin(minutes = 1) Duration laterLooksEvery,
		@DefaultValue("7d") Duration giveUpAfter, @DefaultValue("25h") Duration premieresWithin) {

	Ladder ladder() {
		return new Ladder(this.lookAgainAfter, this.quickLooks, this.laterLooksEvery, this.giveUpAfter);
	}

}
