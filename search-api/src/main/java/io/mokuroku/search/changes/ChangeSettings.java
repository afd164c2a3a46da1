package io.mokuroku.search.changes;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the feed of changes is read.
 *
 * @param settle how old a change is before it is told: longer than a commit takes, than
 * the clocks of writers differ and than an index lags behind
 */
@Validated
@ConfigurationProperties("mokuroku.changes")
record ChangeSettings(@NotNull @DefaultValue("10s") Duration settle) {

	ChangeSettings {
		if (settle.isNegative()) {
			throw new IllegalArgumentException("mokuroku.changes.settle is not negative");
		}
	}

}
