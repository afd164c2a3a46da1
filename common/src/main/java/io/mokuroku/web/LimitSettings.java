package io.mokuroku.web;

import java.time.Duration;

import io.mokuroku.web.limit.Quota;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often clients may ask.
 *
 * @param enabled whether anybody counts
 * @param patience how long a request waits for Redis before its instance counts alone, 1
 * ms to 1 s
 * @param anonymous quotas of an address that sends no token
 * @param known quotas of a client, or of one person in a client, whose token is valid
 */
@ConfigurationProperties("mokuroku.web.limits")
record LimitSettings(@DefaultValue("true") boolean enabled, @DefaultValue("25ms") Duration patience,
		@DefaultValue Anonymous anonymous, @DefaultValue Known known) {

	LimitSettings {
		if (patience.toMillis() < 1 || patience.toMillis() > 1_000) {
			throw new IllegalArgumentException("mokuroku.web.limits.patience must be 1 ms to 1 s");
		}
	}

	Quota quota(LimitClass kind, boolean anonymously) {
		return anonymously ? this.anonymous.quota(kind) : this.known.quota(kind);
	}

	record Anonymous(@DefaultValue("300/1m") Quota read, @DefaultValue("120/1m") Quota search,
			@DefaultValue("10/1m") Quota agentic, @DefaultValue("20/1m") Quota export,
			@DefaultValue("30/1m") Quota write) {

		Quota quota(LimitClass kind) {
			return switch (kind) {
				case READ -> this.read;
				case SEARCH -> this.search;
				case AGENTIC -> this.agentic;
				case EXPORT -> this.export;
				case WRITE -> this.write;
			};
		}

	}

	record Known(@DefaultValue("3000/1m") Quota read, @DefaultValue("1200/1m") Quota search,
			@DefaultValue("60/1m") Quota agentic, @DefaultValue("120/1m") Quota export,
			@DefaultValue("600/1m") Quota write) {

		Quota quota(LimitClass kind) {
			return switch (kind) {
				case READ -> this.read;
				case SEARCH -> this.search;
				case AGENTIC -> this.agentic;
				case EXPORT -> this.export;
				case WRITE -> this.write;
			};
		}

	}

}
