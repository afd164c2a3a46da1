package io.mokuroku.episodes.schedules;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where schedules are kept, and how fast.
 *
 * @param group the schedule group that belongs to this service alone
 * @param roleArn the role in which EventBridge sends to the queues
 * @param dailyPlan when each day's plan is made, as a cron expression in UTC
 * @param callsPerSecond how many calls a second at most; 250 is what every region allows
 * @param callsAtOnce how many calls are under way at most
 * @param attempts how often a call is made before it counts as failed
 */
@Validated
@ConfigurationProperties("mokuroku.episodes.schedules")
record ScheduleSettings(@DefaultValue("mokuroku-episodes") @Pattern(regexp = "[0-9a-zA-Z-_.]{1,64}") String group,
		@DefaultValue("arn:aws:iam::000000000000:role/mokuroku-scheduler") @NotBlank String roleArn,
		@DefaultValue("cron(5 0 * * ? *)") @NotBlank String dailyPlan,
		@DefaultValue("200") @Min(1) @Max(5000) int callsPerSecond,
		@DefaultValue("16") @Min(1) @Max(200) int callsAtOnce, @DefaultValue("5") @Min(1) @Max(20) int attempts) {

}
