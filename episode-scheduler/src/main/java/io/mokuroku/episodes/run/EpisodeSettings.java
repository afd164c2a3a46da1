package io.mokuroku.episodes.run;

import java.time.Duration;

import io.mokuroku.episodes.plan.PlanRules;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How plans are made.
 *
 * @param catchUp how far back an airing that was missed is still looked at
 * @param lookAhead how far ahead airings are planned
 * @param usualDuration how long an episode is taken to be where nobody says
 * @param confirmAfter how long after its end an episode is looked at
 * @param missedDelay how soon a missed airing is looked at
 * @param replanEvery how often the plan is compared with the catalogue again
 * @param refreshEvery how often calendars are asked
 * @param shareAbove with more episodes than this in a plan, those of a minute share a
 * schedule; 0 shares always
 * @param mostPerSchedule how many episodes a schedule may carry
 */
@Validated
@ConfigurationProperties("mokuroku.episodes")
record EpisodeSettings(@DefaultValue("24h") Duration catchUp, @DefaultValue("25h") Duration lookAhead,
		@DefaultValue("24m") Duration usualDuration, @DefaultValue("10m") Duration confirmAfter,
		@DefaultValue("5s") Duration missedDelay, @DefaultValue("5m") @DurationMin(seconds = 1) Duration replanEvery,
		@DefaultValue("1h") @DurationMin(seconds = 1) Duration refreshEvery,
		@DefaultValue("5000") @Min(0) int shareAbove,
		@DefaultValue("500") @Min(1) @Max(PlanRules.MOST_PER_APPOINTMENT) int mostPerSchedule) {

	PlanRules rules() {
		return new PlanRules(this.catchUp, this.lookAhead, this.usualDuration, this.confirmAfter, this.missedDelay,
				this.shareAbove, this.mostPerSchedule);
	}

}
