package io.mokuroku.episodes.schedules;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where schedules are kept.
 *
 * @param group the schedule group that belongs to this service alone
 * @param roleArn the role in which EventBridge sends to the queues
 * @param dailyPlan when each day's plan is made, as a cron expression in UTC
 */
@Validated
@ConfigurationProperties("mokuroku.episodes.schedules")
record ScheduleSettings(@DefaultValue("mokuroku-episodes") @Pattern(regexp = "[0-9a-zA-Z-_.]{1,64}") String group,
		@DefaultValue("arn:aws:iam::000000000000:role/mokuroku-scheduler") @NotBlank String roleArn,
		@DefaultValue("cron(5 0 * * ? *)") @NotBlank String dailyPlan) {

}
