package io.mokuroku.catalogue;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * When an anime airs.
 *
 * @param status where it stands
 * @param season the quarter of its premiere
 * @param year the year of its premiere, from 1907
 * @param from the first day
 * @param to the last day
 * @param broadcast its weekly slot
 * @param next the next airing
 * @param delay the break it is in, or will be
 */
public record Airing(AiringStatus status, @Nullable Season season, @Nullable Integer year, @Nullable PartialDate from,
		@Nullable PartialDate to, @Nullable Broadcast broadcast, @Nullable NextEpisode next,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Delay delay) {

	/** The year of the first anime. */
	public static final int FIRST_YEAR = 1907;

	public Airing {
		Objects.requireNonNull(status, "status");
		if (year != null && year < FIRST_YEAR) {
			throw new IllegalArgumentException("No anime is older than " + FIRST_YEAR + ": " + year);
		}
	}

	/** An airing without a break. */
	public Airing(AiringStatus status, @Nullable Season season, @Nullable Integer year, @Nullable PartialDate from,
			@Nullable PartialDate to, @Nullable Broadcast broadcast, @Nullable NextEpisode next) {
		this(status, season, year, from, to, broadcast, next, null);
	}

	/** An airing of which the dataset tells the quarter only. */
	public static Airing of(AiringStatus status, @Nullable Season season, @Nullable Integer year) {
		return new Airing(status, season, year, null, null, null, null);
	}

	/** The same with another status. */
	public Airing withStatus(AiringStatus other) {
		return new Airing(other, this.season, this.year, this.from, this.to, this.broadcast, this.next, this.delay);
	}

	/** The same with another next airing. */
	public Airing withNext(@Nullable NextEpisode other) {
		return new Airing(this.status, this.season, this.year, this.from, this.to, this.broadcast, other, this.delay);
	}

}
