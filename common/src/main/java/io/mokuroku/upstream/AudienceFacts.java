package io.mokuroku.upstream;

import java.util.List;

import io.mokuroku.catalogue.AgeRating;
import org.jspecify.annotations.Nullable;

/**
 * Whom a provider says an anime is for.
 *
 * @param rating the intended audience
 * @param adult whether it is for adults alone
 * @param warnings what sensitive viewers may want to know before, in the provider's words
 */
public record AudienceFacts(@Nullable AgeRating rating, boolean adult, List<String> warnings) {

	/** Nothing known. */
	public static final AudienceFacts NONE = new AudienceFacts(null, false, List.of());

	public AudienceFacts {
		warnings = List.copyOf(warnings);
	}

}
