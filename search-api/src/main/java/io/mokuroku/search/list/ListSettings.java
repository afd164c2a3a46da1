package io.mokuroku.search.list;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How curated lists are made and kept.
 *
 * @param most how many anime a list has at most
 * @param lookEvery how often an instance looks whether others have shown newer lists
 * @param keep how long lists are kept in Redis while no newer ones come
 * @param keepReplaced how long after newer ones have come, so that pages of one list can
 * be read to the end
 * @param firstEvery how often lists are asked for while there are none
 * @param schedule when they are asked for
 */
@Validated
@ConfigurationProperties("mokuroku.lists")
record ListSettings(@Min(1) @Max(2_000) @DefaultValue("500") int most, @NotNull @DefaultValue("2s") Duration lookEvery,
		@NotNull @DefaultValue("7d") Duration keep, @NotNull @DefaultValue("2h") Duration keepReplaced,
		@NotNull @DefaultValue("30s") Duration firstEvery, @NotNull @DefaultValue Schedule schedule) {

	ListSettings {
		if (lookEvery.isNegative() || !keep.isPositive() || !keepReplaced.isPositive() || firstEvery.toMillis() < 1) {
			throw new IllegalArgumentException("mokuroku.lists: times must be positive");
		}
	}

	/**
	 * The schedule that asks for lists.
	 *
	 * @param enabled whether there is one; if not, one there may be is removed
	 * @param expression when, as an expression of EventBridge Scheduler in UTC
	 * @param group the schedule group that belongs to this service alone
	 * @param roleArn the role in which EventBridge sends to the queue
	 */
	record Schedule(@DefaultValue("true") boolean enabled,
			@DefaultValue("cron(0 * * * ? *)") @NotBlank String expression,
			@DefaultValue("mokuroku-search") @Pattern(regexp = "[0-9a-zA-Z-_.]{1,64}") String group,
			@DefaultValue("arn:aws:iam::000000000000:role/mokuroku-scheduler") @NotBlank String roleArn) {
	}

}
