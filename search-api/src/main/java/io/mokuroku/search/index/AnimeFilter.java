package io.mokuroku.search.index;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must be, whatever was asked. Adult and withdrawn anime never pass.
 *
 * @param type how it was released
 * @param status where it stands
 * @param year the year of its premiere
 */
public record AnimeFilter(@Nullable AnimeType type, @Nullable AiringStatus status, @Nullable Integer year) {

	/** Everything that may be shown. */
	public static final AnimeFilter NONE = new AnimeFilter(null, null, null);

}
