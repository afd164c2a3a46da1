package io.mokuroku.catalogue.store;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The dataset release that the catalogue follows.
 *
 * @param name what its publisher or its file calls it
 * @param lastUpdate the day it was built on; absent if it does not say
 * @param licence what its publisher allows; absent if it does not say
 * @param address where it was published; absent if it was taken from a file
 * @param records how many records it held
 * @param appliedAt when it was applied
 */
public record AppliedDataset(String name, @Nullable LocalDate lastUpdate, @Nullable String licence,
		@Nullable URI address, long records, Instant appliedAt) {

	public AppliedDataset {
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(appliedAt, "appliedAt");
	}

}
