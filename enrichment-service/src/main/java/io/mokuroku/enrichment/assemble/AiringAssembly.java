package io.mokuroku.enrichment.assemble;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Season;
import io.mokuroku.enrichment.merge.Rules;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.stage.DetailFields;
import io.mokuroku.enrichment.stage.EntryFields;
import io.mokuroku.upstream.AiringFacts;
import org.jspecify.annotations.Nullable;

/**
 * When an anime airs, of what is said and what follows from it.
 */
final class AiringAssembly {

	/**
	 * Around the turn of a quarter providers file premieres differently; the most trusted
	 * is followed there, not the majority.
	 */
	private static final int DAYS_AROUND_A_QUARTER = 14;

	/** So long an airing that has begun may take to be passed on. */
	private static final Duration TO_BE_PASSED_ON = Duration.ofHours(24);

	/** Of these only an explicit season is shown. */
	private static final Set<AnimeType> WITHOUT_SEASON = Set.of(AnimeType.MOVIE, AnimeType.SPECIAL,
			AnimeType.TV_SPECIAL, AnimeType.MUSIC, AnimeType.PV, AnimeType.CM);

	private final Material material;

	private final Choices choices;

	private final LocalDate today;

	AiringAssembly(Material material, Choices choices) {
		this.material = material;
		this.choices = choices;
		this.today = material.today();
	}

	/** What is said, and what follows from the first day; no next airing yet. */
	Airing said(AnimeType type) {
		PartialDate from = this.choices.choose(EntryFields.FROM);
		boolean filedDifferently = from != null && aroundAQuarter(from);
		Integer year = this.choices
			.choose(filedDifferently ? EntryFields.YEAR.by(Rules.priority(Integer::equals)) : EntryFields.YEAR);
		Season season = this.choices
			.choose(filedDifferently ? EntryFields.SEASON.by(Rules.priority()) : EntryFields.SEASON);
		if (filedDifferently) {
			this.choices.settle(EntryFields.YEAR.name());
		}
		if (year == null && from != null) {
			year = from.date().getYear();
			this.choices.note(EntryFields.YEAR.name(), derived("FROM_FIRST_DAY", 0.8));
		}
		if (season == null && from != null && from.precision() != PartialDate.Precision.YEAR
				&& !WITHOUT_SEASON.contains(type)) {
			season = season(from.date().getMonth());
			this.choices.note(EntryFields.SEASON.name(), derived("FROM_FIRST_DAY", 0.8));
		}
		Delay told = this.choices.choose(DetailFields.DELAY);
		Delay delay = (told != null && !isOver(told)) ? told : derivedDelay();
		return new Airing(status(), season, (year != null && year >= Airing.FIRST_YEAR) ? year : null, from,
				this.choices.choose(EntryFields.TO), this.choices.choose(EntryFields.BROADCAST), null, delay);
	}

	/** A break that follows from the calendars is unknown to those asked here. */
	private @Nullable Delay derivedDelay() {
		Delay known = this.material.before().airing().delay();
		Provenance how = this.material.before().provenance().get(DetailFields.DELAY.name());
		if (known == null || how == null || !how.source().equals(Sources.DERIVED) || isOver(known)) {
			return null;
		}
		this.choices.note(DetailFields.DELAY.name(), how);
		return known;
	}

	private boolean isOver(Delay delay) {
		return delay.until() != null && delay.until().isBefore(this.today);
	}

	/** Of all providers AniList alone knows that a work will not come. */
	private AiringStatus status() {
		AiringStatus chosen = this.choices.chooseOr(EntryFields.STATUS, this.material.before().airing().status());
		boolean cancelled = chosen == AiringStatus.UPCOMING
				&& this.choices.said(EntryFields.STATUS).contains(AiringStatus.CANCELLED)
				&& this.choices.edited(EntryFields.STATUS.name()) == null;
		if (cancelled) {
			this.choices.note(EntryFields.STATUS.name(), derived("CANCELLED_BY_ONE", 0.6));
			this.choices.settle(EntryFields.STATUS.name());
		}
		return cancelled ? AiringStatus.CANCELLED : chosen;
	}

	/**
	 * The same with the status that follows from episodes and dates, and the next airing.
	 */
	Airing settled(Airing said, AnimeType type, @Nullable Integer total) {
		Airing airing = said;
		if (this.choices.edited(EntryFields.STATUS.name()) == null) {
			AiringState state = AiringState.of(said, type, total, this.material.episodes(),
					this.material.before().airing().status(), this.today);
			if (state.rule() != null) {
				airing = said.withStatus(state.status());
				this.choices.note(EntryFields.STATUS.name(), derived(state.rule(), 0.8));
				this.choices.settle(EntryFields.STATUS.name());
			}
		}
		NextEpisode next = next(airing, total);
		return (next == null && stillRests(airing)) ? airing.withStatus(AiringStatus.HIATUS) : airing.withNext(next);
	}

	/**
	 * A work of which nothing was heard rests until somebody tells of an episode: sources
	 * never said that it rested, so that they call it running is no news.
	 */
	private boolean stillRests(Airing airing) {
		Provenance how = this.material.before().provenance().get(EntryFields.STATUS.name());
		if (how == null || !how.source().equals(Sources.DERIVED) || airing.status() != AiringStatus.ONGOING
				|| this.material.before().airing().status() != AiringStatus.HIATUS
				|| !NextAiring.stopped(null, this.material.episodes(), this.material.now())) {
			return false;
		}
		this.choices.note(EntryFields.STATUS.name(), how);
		return true;
	}

	/**
	 * What a calendar announced stands until its time has come, and every airing that has
	 * begun until it was passed on: the episode is looked at only after its end. The last
	 * airing of a work that has stopped stays too, as nothing follows it. The provenance
	 * of before stands with it.
	 */
	private @Nullable NextEpisode next(Airing airing, @Nullable Integer total) {
		NextEpisode known = this.material.before().airing().next();
		Provenance how = this.material.before().provenance().get(EntryAssembly.NEXT);
		if (known != null && isOpen(airing.status()) && (isAnnounced(known, how) || isWaiting(known))
				&& (total == null || known.number() <= total) && isListed(known)) {
			return keep(known, how);
		}
		if (airing.status() != AiringStatus.ONGOING || isOnBreak(airing.delay(), this.today)) {
			return null;
		}
		List<AiringFacts.Next> calendars = this.choices.said(EntryFields.NEXT_RELEASE)
			.stream()
			.flatMap((told) -> here(told).stream())
			.toList();
		Optional<NextEpisode> told = NextAiring.told(calendars, total, this.material.now());
		Optional<NextEpisode> next = told.isPresent() ? told
				: NextAiring
					.of(airing.withNext(known), total, this.material.episodes(),
							calendars.stream().map(AiringFacts.Next::at).toList(), this.material.now())
					.filter(this::isListed)
					.filter((found) -> !isOnBreak(airing.delay(), LocalDate.ofInstant(found.at(), Broadcast.JAPAN)));
		if (next.isEmpty() && known != null && NextAiring.stopped(known, this.material.episodes(), this.material.now())
				&& (total == null || known.lastNumber() < total) && isListed(known)) {
			return keep(known, how);
		}
		next.ifPresent((found) -> this.choices.note(EntryAssembly.NEXT, told.isPresent()
				? derived("CALENDAR", found.confidence()) : NextAiring.provenance(found, this.material.now())));
		return next.orElse(null);
	}

	private NextEpisode keep(NextEpisode known, @Nullable Provenance how) {
		if (how != null) {
			this.choices.note(EntryAssembly.NEXT, how);
		}
		return known;
	}

	/**
	 * What a calendar tells, by the number that people gave; empty if it is no episode.
	 */
	private Optional<AiringFacts.Next> here(AiringFacts.Next told) {
		Integer number = told.number();
		return (number == null) ? Optional.of(told)
				: this.material.corrected().hereRegular(number).map((other) -> new AiringFacts.Next(told.at(), other));
	}

	private boolean isListed(NextEpisode next) {
		return this.material.corrected().lists(EpisodeNumber.regular(next.number()));
	}

	private boolean isAnnounced(NextEpisode known, @Nullable Provenance how) {
		return how != null && !how.source().equals(Sources.DERIVED) && known.at().isAfter(this.material.now());
	}

	private boolean isWaiting(NextEpisode known) {
		return !known.at().isAfter(this.material.now())
				&& known.at().isAfter(this.material.now().minus(TO_BE_PASSED_ON));
	}

	private static boolean isOpen(AiringStatus status) {
		return status == AiringStatus.ONGOING || status == AiringStatus.UPCOMING;
	}

	/** A break without an end: the weekly slot says nothing. */
	private static boolean isOnBreak(@Nullable Delay delay, LocalDate day) {
		return delay != null && delay.indefinite() && (delay.from() == null || !delay.from().isAfter(day));
	}

	/** Winter is January to March. */
	private static Season season(Month month) {
		return switch (month) {
			case JANUARY, FEBRUARY, MARCH -> Season.WINTER;
			case APRIL, MAY, JUNE -> Season.SPRING;
			case JULY, AUGUST, SEPTEMBER -> Season.SUMMER;
			case OCTOBER, NOVEMBER, DECEMBER -> Season.FALL;
		};
	}

	private static boolean aroundAQuarter(PartialDate from) {
		if (from.precision() != PartialDate.Precision.DAY) {
			return false;
		}
		return season(from.date().minusDays(DAYS_AROUND_A_QUARTER).getMonth()) != season(
				from.date().plusDays(DAYS_AROUND_A_QUARTER).getMonth());
	}

	private Provenance derived(String rule, double confidence) {
		return new Provenance(Sources.DERIVED, this.material.now(), rule, confidence);
	}

}
