package io.mokuroku.search.about;

import java.net.URI;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The dataset that is named.
 *
 * @param dataset its name
 * @param homepage where it is published
 */
@Validated
@ConfigurationProperties("mokuroku.about")
record AboutSettings(@NotBlank @DefaultValue("anime-offline-database") String dataset,
		@NotNull @DefaultValue("https://github.com/manami-project/anime-offline-database") URI homepage) {
}
