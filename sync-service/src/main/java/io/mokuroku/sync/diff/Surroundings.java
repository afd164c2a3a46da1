package io.mokuroku.sync.diff;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.SourceLink;

/**
 * What a decision must know beside the records and entries it is about.
 *
 * @param release the digest of the release
 * @param dead whether the provider has deleted the page of a link
 * @param known how far the entry of an id has come, if there is one
 */
public record Surroundings(String release, Predicate<SourceLink> dead, Function<AnimeId, Optional<Lifecycle>> known) {

	public Surroundings {
		Objects.requireNonNull(release, "release");
	}

}
