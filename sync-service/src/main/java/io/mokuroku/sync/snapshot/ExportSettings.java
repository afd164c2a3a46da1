package io.mokuroku.sync.snapshot;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where what is open to all is put.
 *
 * @param bucket where exports lie
 * @param keep how many are kept, so that a download under way can end
 */
@Validated
@ConfigurationProperties("mokuroku.exports")
record ExportSettings(@NotBlank @DefaultValue("mokuroku-exports") String bucket, @Min(1) @DefaultValue("2") int keep) {
}
