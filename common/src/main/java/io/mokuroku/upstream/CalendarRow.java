package io.mokuroku.upstream;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar says of one release.
 *
 * @param anime the provider's own page
 * @param sameAs pages of other providers about the same anime
 * @param title its title
 * @param release which sort of release
 * @param numberFrom the first regular episode of it, from 1
 * @param numberTo the last; the same unless several are released together
 * @param at when it starts; where there is a delay, when it would have started
 * @param episodes how many episodes are planned
 * @param durationSeconds the length of one
 * @param adult whether the anime is for adults alone
 * @param delay the break it falls into
 */
public record CalendarRow(SourceLink anime, List<SourceLink> sameAs, @Nullable String title, ReleaseKind release,
		int numberFrom, int numberTo, Instant at, @Nullable Integer episodes, @Nullable Integer durationSeconds,
		boolean adult, AiringFacts.@Nullable Delay delay) {

	public CalendarRow {
		Objects.requireNonNull(anime, "anime");
		Objects.requireNonNull(release, "release");
		Objects.requireNonNull(at, "at");
		sameAs = List.copyOf(sameAs);
		if (numberFrom < 1 || numberTo < numberFrom) {
			throw new IllegalArgumentException("Not a range of episodes: " + numberFrom + " to " + numberTo);
		}
	}

}
