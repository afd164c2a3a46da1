package io.mokuroku.search.agentic;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import io.mokuroku.search.agentic.choice.Canary;
import io.mokuroku.search.agentic.choice.Model;
import io.mokuroku.search.agentic.choice.ModelLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How models are asked. Enabled, models and canary hold unless operators have stored
 * others.
 *
 * @param enabled whether any model is asked
 * @param region where the models are; not every region has them
 * @param models in the order in which they are asked, one to four
 * @param canary what is on trial
 * @param deadline how long an answer may take, 1 to 60 s
 * @param patience how long one call of a model may take
 * @param rounds how often a model may be asked for one answer, 1 to 3
 * @param maxTokens how much a model may write in one call
 * @param concurrency how many answers models may work on at once in one instance
 * @param ceilingUsd how many US dollars may be spent in a month, UTC
 * @param instances how many instances share the ceiling when Redis is away
 * @param failures after how many failures in a row a model is left alone
 * @param rest for how long then
 * @param planKept how long a plan is used again for the same question, zero for never
 * @param refresh how often stored models are looked up
 */
@Validated
@ConfigurationProperties("mokuroku.search.agentic")
record AgenticSettings(@DefaultValue("false") boolean enabled, @NotBlank @DefaultValue("us-west-2") String region,
		@NotNull @Size(max = 4) List<@Valid Model> models, @Nullable @Valid Canary canary,
		@NotNull @DurationMin(seconds = 1) @DurationMax(seconds = 60) @DefaultValue("10s") Duration deadline,
		@NotNull @DurationMin(millis = 100) @DefaultValue("4s") Duration patience,
		@Min(1) @Max(3) @DefaultValue("3") int rounds, @Min(100) @Max(4_000) @DefaultValue("800") int maxTokens,
		@Min(1) @Max(500) @DefaultValue("16") int concurrency,
		@NotNull @DecimalMin("0") @DefaultValue("50") BigDecimal ceilingUsd, @Min(1) @DefaultValue("3") int instances,
		@Min(1) @Max(100) @DefaultValue("5") int failures,
		@NotNull @DurationMin(millis = 100) @DefaultValue("30s") Duration rest,
		@NotNull @DefaultValue("24h") Duration planKept,
		@NotNull @DurationMin(millis = 100) @DefaultValue("10s") Duration refresh) {

	/** The smaller one first, the larger one where that cannot answer. */
	private static final List<Model> QWEN = List.of(
			new Model("qwen.qwen3-32b-v1:0", "v1", new BigDecimal("0.15"), new BigDecimal("0.60")),
			new Model("qwen.qwen3-235b-a22b-2507-v1:0", "v1", new BigDecimal("0.34"), new BigDecimal("1.37")));

	@SuppressWarnings("NullAway") // where no model is named, the list is absent
	AgenticSettings {
		models = (models == null || models.isEmpty()) ? QWEN : List.copyOf(models);
		if (planKept.isNegative()) {
			throw new IllegalArgumentException("mokuroku.search.agentic.plan-kept is not negative");
		}
	}

	ModelLine line() {
		return new ModelLine(this.enabled, this.models, this.canary);
	}

}
