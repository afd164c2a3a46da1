package io.mokuroku.search.export;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where exports are found.
 *
 * @param bucket where they lie
 */
@Validated
@ConfigurationProperties("mokuroku.exports")
record ExportSettings(@NotBlank @DefaultValue("mokuroku-exports") String bucket) {
}
