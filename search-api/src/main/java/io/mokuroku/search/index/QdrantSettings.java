package io.mokuroku.search.index;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Qdrant is and what its collections are called.
 *
 * @param host its host
 * @param port the port of its gRPC interface
 * @param tls whether it is reached by TLS
 * @param apiKey what it wants to see, if anything
 * @param alias the name by which the collection that answers is asked
 * @param model the model that makes the vectors; part of the collections' names
 * @param dimension how many numbers a vector has; part of the collections' names
 * @param timeout how long one request may take, above zero
 */
@Validated
@ConfigurationProperties("mokuroku.index.qdrant")
record QdrantSettings(@NotNull @DefaultValue("localhost") String host,
		@Min(1) @Max(65_535) @DefaultValue("6334") int port, @DefaultValue("false") boolean tls,
		@Nullable String apiKey, @NotNull @Pattern(regexp = NAME) @DefaultValue("anime") String alias,
		@NotNull @Pattern(regexp = NAME) @DefaultValue("all-minilm-l6-v2-q") String model,
		@Min(1) @DefaultValue("384") int dimension, @NotNull @DefaultValue("5s") Duration timeout) {

	private static final String NAME = "[a-zA-Z0-9.-]+";

	QdrantSettings {
		if (!timeout.isPositive()) {
			throw new IllegalArgumentException("mokuroku.index.qdrant.timeout lies above zero");
		}
	}

	/** The key is nobody's business. */
	@Override
	public String toString() {
		return "%s:%d/%s".formatted(this.host, this.port, this.alias);
	}

}
