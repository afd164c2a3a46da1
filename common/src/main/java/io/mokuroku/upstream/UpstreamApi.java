package io.mokuroku.upstream;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * One provider's API as everything behind its base address: asks, reads JSON, and tells
 * an answer from a refusal and a refusal from a bad day. While a provider has asked to be
 * left alone, no request leaves this process.
 */
public final class UpstreamApi {

	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final String name;

	private final RestClient http;

	private final String baseUrl;

	private final InstantSource clock;

	private volatile Instant pausedUntil = Instant.EPOCH;

	/**
	 * An API at an address.
	 * @param name how logs and failures call it
	 * @param http a client with its time-outs set
	 * @param baseUrl the address all paths are appended to
	 * @param clock tells when a pause is over
	 */
	public UpstreamApi(String name, RestClient http, URI baseUrl, InstantSource clock) {
		this.name = name;
		this.http = http;
		this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
		this.clock = clock;
	}

	/** Now, by the clock this API is used with. */
	public Instant now() {
		return this.clock.instant();
	}

	/**
	 * Reads a resource.
	 * @param path path and query, percent-encoded, with a leading slash
	 * @param type what its JSON is read as; unknown members are ignored
	 * @return empty if the provider does not have it (404, 410)
	 */
	public <T> Optional<T> get(String path, Class<T> type) {
		refuseWhilePaused();
		ResponseEntity<byte[]> response = exchange(path);
		HttpStatusCode status = response.getStatusCode();
		if (status.value() == 404 || status.value() == 410) {
			return Optional.empty();
		}
		if (status.value() == 429 || status.is5xxServerError()) {
			Duration wait = retryAfter(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER));
			if (wait != null) {
				this.pausedUntil = this.clock.instant().plus(wait);
			}
			throw new RetryableFailure(this.name + " answered " + status.value(), null, wait);
		}
		if (!status.is2xxSuccessful()) {
			throw new PermanentFailure("upstream_refused", this.name + " answered " + status.value());
		}
		return Optional.of(read(response.getBody(), type));
	}

	private ResponseEntity<byte[]> exchange(String path) {
		try {
			return this.http.get()
				.uri(URI.create(this.baseUrl + path))
				.exchangeForRequiredValue((_, response) -> ResponseEntity.status(response.getStatusCode())
					.headers(response.getHeaders())
					.body(response.getBody().readAllBytes()));
		}
		catch (ResourceAccessException ex) {
			throw new RetryableFailure(this.name + " cannot be reached", ex);
		}
	}

	private <T> T read(byte @Nullable [] body, Class<T> type) {
		try {
			return MAPPER.readValue((body != null) ? body : new byte[0], type);
		}
		catch (JacksonException ex) {
			throw new PermanentFailure("upstream_unreadable",
					this.name + " answered with something else than " + type.getSimpleName(), ex);
		}
	}

	private void refuseWhilePaused() {
		Instant now = this.clock.instant();
		if (now.isBefore(this.pausedUntil)) {
			throw new RetryableFailure(this.name + " asked to wait", null, Duration.between(now, this.pausedUntil));
		}
	}

	/** Seconds or an HTTP date (RFC 9110, section 10.2.3). */
	private @Nullable Duration retryAfter(@Nullable String header) {
		if (header == null) {
			return null;
		}
		try {
			Duration asked = header.strip().matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(header.strip()))
					: Duration.between(this.clock.instant(),
							ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
			if (asked.isNegative()) {
				return null;
			}
			return (asked.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : asked;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
