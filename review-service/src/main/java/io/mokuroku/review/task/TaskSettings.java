package io.mokuroku.review.task;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people work on tasks.
 *
 * @param lasting how long a reviewer who claimed a task keeps others away
 */
@Validated
@ConfigurationProperties("mokuroku.reviews.claims")
record TaskSettings(@DefaultValue("30m") @DurationMin(seconds = 1) Duration lasting) {

}
