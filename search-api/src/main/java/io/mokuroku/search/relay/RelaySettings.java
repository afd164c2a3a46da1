package io.mokuroku.search.relay;

import java.time.Duration;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of what providers allow may be used for passing answers on.
 *
 * @param share a provider is asked only while all together have used less than this part
 * of what it allows
 * @param patience how long a question waits for that, at least 1 ms
 */
@Validated
@ConfigurationProperties("mokuroku.relay")
record RelaySettings(@DecimalMin("0.01") @DecimalMax("1") @DefaultValue("0.25") double share,
		@NotNull @DefaultValue("1s") Duration patience) {

	RelaySettings {
		if (patience.toMillis() < 1) {
			throw new IllegalArgumentException("mokuroku.relay.patience must last at least 1ms");
		}
	}

}
