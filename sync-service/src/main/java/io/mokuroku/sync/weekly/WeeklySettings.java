package io.mokuroku.sync.weekly;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the newest release is asked for. By default three times a week: a publisher that
 * cannot be reached at one of them would cost the week else, and where one has gone well,
 * the next finds nothing new.
 *
 * @param enabled whether it is asked for at all without somebody's request
 * @param cron when, as a cron expression of EventBridge Scheduler in UTC
 * @param group the schedule group that belongs to this service alone
 * @param roleArn the role in which EventBridge sends to the queue
 */
@Validated
@ConfigurationProperties("mokuroku.sync.weekly")
record WeeklySettings(@DefaultValue("true") boolean enabled,
		@DefaultValue("cron(0 1,7,19 ? * SAT *)") @NotBlank String cron,
		@DefaultValue("mokuroku-sync") @Pattern(regexp = "[0-9a-zA-Z-_.]{1,64}") String group,
		@DefaultValue("arn:aws:iam::000000000000:role/mokuroku-scheduler") @NotBlank String roleArn) {

}
