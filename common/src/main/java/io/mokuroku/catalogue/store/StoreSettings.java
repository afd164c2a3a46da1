package io.mokuroku.catalogue.store;

import java.time.Duration;

import io.mokuroku.cloud.Patience;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long DynamoDB may take. Pages of scans have more time.
 *
 * @param attempt for one attempt, at least 1 ms
 * @param call for all attempts together, not less than one
 */
@ConfigurationProperties("mokuroku.store")
record StoreSettings(@DefaultValue("10s") Duration attempt, @DefaultValue("20s") Duration call) {

	StoreSettings {
		if (attempt.toMillis() < 1 || call.compareTo(attempt) < 0) {
			throw new IllegalArgumentException("mokuroku.store.call must not be less than mokuroku.store.attempt");
		}
	}

	Patience patience() {
		return new Patience(this.attempt, this.call);
	}

}
