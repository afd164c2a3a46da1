package io.mokuroku.search.export;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where exports are found.
 *
 * @param bucket where they lie
 * @param concurrency how many downloads there may be at once; each holds a connection to
 * the bucket, of which there are 50
 */
@Validated
@ConfigurationProperties("mokuroku.exports")
record ExportSettings(@NotBlank @DefaultValue("mokuroku-exports") String bucket,
		@Min(1) @Max(40) @DefaultValue("20") int concurrency) {
}
