package io.mokuroku.upstream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Season;
import org.jspecify.annotations.Nullable;

/**
 * When a provider says an anime airs.
 *
 * @param status where it stands
 * @param season the quarter of its premiere
 * @param year the year of that quarter
 * @param from the first day
 * @param to the last day
 * @param broadcast its weekly slot
 * @param next the next airing
 * @param delay an announced break
 * @param releases its first and usual times by sort of release, where they are told apart
 */
public record AiringFacts(AiringStatus status, @Nullable Season season, @Nullable Integer year,
		@Nullable PartialDate from, @Nullable PartialDate to, @Nullable Broadcast broadcast, @Nullable Next next,
		@Nullable Delay delay, List<Release> releases) {

	/** Nothing known. */
	public static final AiringFacts NONE = new AiringFacts(AiringStatus.UNKNOWN, null, null, null, null, null, null,
			null, List.of());

	public AiringFacts {
		Objects.requireNonNull(status, "status");
		releases = List.copyOf(releases);
	}

	/**
	 * The next airing.
	 *
	 * @param at when it starts
	 * @param number which regular episode, from 1; absent if the provider tells the time
	 * alone
	 */
	public record Next(Instant at, @Nullable Integer number) {

		public Next {
			Objects.requireNonNull(at, "at");
		}

	}

	/**
	 * A break.
	 *
	 * @param from the first day without an episode
	 * @param until the last day without an episode; absent if nobody has said
	 * @param reason in the provider's words
	 * @param indefinite whether it has no announced end
	 */
	public record Delay(@Nullable LocalDate from, @Nullable LocalDate until, @Nullable String reason,
			boolean indefinite) {
	}

	/**
	 * The times of one sort of release. The times of {@link ReleaseKind#SUB} and
	 * {@link ReleaseKind#DUB} concern English releases and may be pinned to a Western
	 * zone: seven days later is not the same time next week.
	 *
	 * @param kind which release
	 * @param premiere its first time
	 * @param usual the time its slot is told by
	 */
	public record Release(ReleaseKind kind, @Nullable Instant premiere, @Nullable Instant usual) {

		public Release {
			Objects.requireNonNull(kind, "kind");
		}

	}

}
