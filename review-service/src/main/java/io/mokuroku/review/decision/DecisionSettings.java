package io.mokuroku.review.decision;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How decisions are delivered.
 *
 * @param deliverEvery how often deliveries that failed are tried again
 * @param heartbeatEvery how often executions that wait are told that they are not
 * forgotten, and asked whether they still wait
 */
@Validated
@ConfigurationProperties("mokuroku.reviews")
record DecisionSettings(@DefaultValue("15s") @DurationMin(millis = 100) Duration deliverEvery,
		@DefaultValue("5m") @DurationMin(seconds = 1) Duration heartbeatEvery) {

}
