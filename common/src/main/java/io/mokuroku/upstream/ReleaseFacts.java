package io.mokuroku.upstream;

import java.util.Objects;

import io.mokuroku.catalogue.AnimeType;
import org.jspecify.annotations.Nullable;

/**
 * What sort of work a provider says it is.
 *
 * @param type how it was released
 * @param episodes how many episodes are planned, at least 1
 * @param durationSeconds the length of one episode
 * @param country where it was made, ISO 3166 alpha-2
 */
public record ReleaseFacts(AnimeType type, @Nullable Integer episodes, @Nullable Integer durationSeconds,
		@Nullable String country) {

	/** Nothing known. */
	public static final ReleaseFacts NONE = new ReleaseFacts(AnimeType.UNKNOWN, null, null, null);

	public ReleaseFacts {
		Objects.requireNonNull(type, "type");
		if (episodes != null && episodes < 1) {
			throw new IllegalArgumentException("An unknown number of episodes is absent, not " + episodes);
		}
	}

}
