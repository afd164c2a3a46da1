package io.mokuroku.review.cost;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is asked of people, and what it costs.
 *
 * @param tasksPerDay how many questions people are asked in a day, UTC; 0 for none
 * @param tasksPerMonth how many in a month, UTC
 * @param popularRank up to which place by popularity a work is asked about before others
 * @param releaseEvery how often questions that wait for budget are looked at
 * @param price what one question costs, by the way people are asked; what is not named
 * costs nothing
 * @param currency of the prices
 */
@Validated
@ConfigurationProperties("mokuroku.reviews.budget")
record BudgetSettings(@DefaultValue("60") @Min(0) int tasksPerDay, @DefaultValue("1200") @Min(0) int tasksPerMonth,
		@DefaultValue("2000") @Min(0) int popularRank,
		@DefaultValue("1m") @DurationMin(millis = 100) Duration releaseEvery,
		@DefaultValue Map<String, BigDecimal> price, @DefaultValue("USD") @NotBlank String currency) {

	BudgetSettings {
		price = Map.copyOf(price);
	}

	/** What some questions cost. */
	BigDecimal cost(String adapter, int questions) {
		return this.price.getOrDefault(adapter, BigDecimal.ZERO).multiply(BigDecimal.valueOf(questions));
	}

}
