package io.mokuroku.search.agentic.choice;

import java.math.BigDecimal;
import java.math.RoundingMode;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A model and how it is asked. It has a price, or nothing would stop at the ceiling.
 *
 * @param id its id in Bedrock
 * @param prompt the version of its prompt, as in {@code v1}
 * @param priceIn US dollars for a million tokens it reads
 * @param priceOut US dollars for a million tokens it writes
 */
public record Model(@NotBlank @Size(max = 200) @Pattern(regexp = "[a-zA-Z0-9.:/_-]+") String id,
		@NotBlank @Pattern(regexp = "v[0-9]{1,4}") String prompt,
		@NotNull @DecimalMin(LEAST) @DecimalMax(MOST) BigDecimal priceIn,
		@NotNull @DecimalMin(LEAST) @DecimalMax(MOST) BigDecimal priceOut) {

	private static final String LEAST = "0.001";

	private static final String MOST = "1000";

	private static final BigDecimal NANOS_PER_TOKEN = BigDecimal.valueOf(1_000);

	/** What tokens cost, in billionths of a US dollar, rounded up. */
	public long nanos(long tokensIn, long tokensOut) {
		return this.priceIn.multiply(BigDecimal.valueOf(tokensIn))
			.add(this.priceOut.multiply(BigDecimal.valueOf(tokensOut)))
			.multiply(NANOS_PER_TOKEN)
			.setScale(0, RoundingMode.CEILING)
			.longValueExact();
	}

}
