package io.mokuroku.review.loop;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How workers of Amazon A2I are asked.
 *
 * @param flowDefinitionArn the flow definition, which says who is asked and by which page
 * @param output where that definition puts answers, {@code s3://bucket/prefix}
 * @param attempts how often workers are asked before a lead is
 * @param sweepEvery how often A2I is asked about what its events did not tell
 */
@Validated
@ConfigurationProperties("mokuroku.review.a2i")
record A2iSettings(
		@NotNull @Pattern(regexp = "arn:[a-z-]+:sagemaker:[^:]+:[0-9]+:flow-definition/.+") String flowDefinitionArn,
		@NotNull @Pattern(regexp = "s3://[^/]+/.+") String output, @DefaultValue("2") @Min(1) @Max(9) int attempts,
		@DefaultValue("5m") @DurationMin(seconds = 1) Duration sweepEvery) {

}
