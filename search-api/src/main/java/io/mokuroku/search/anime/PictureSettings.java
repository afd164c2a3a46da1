package io.mokuroku.search.anime;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the world sees our copies of pictures.
 *
 * @param address what serves the bucket of pictures, as in
 * {@code https://pictures.example.org}; absent where nothing does, and answers then name
 * keys alone
 */
@Validated
@ConfigurationProperties("mokuroku.pictures")
record PictureSettings(@Nullable URI address) {

	PictureSettings {
		if (address != null && (address.getHost() == null || !"https".equals(address.getScheme())
				|| address.getRawQuery() != null || !address.getRawPath().matches("/?"))) {
			throw new IllegalArgumentException("mokuroku.pictures.address is https:// and a host");
		}
	}

	/** Where a copy is seen. */
	@Nullable URI of(@Nullable String key) {
		return (this.address == null || key == null) ? null : this.address.resolve("/" + key);
	}

}
