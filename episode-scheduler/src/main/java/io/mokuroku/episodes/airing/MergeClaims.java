package io.mokuroku.episodes.airing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Makes one next airing of what sources say. Calendars come before computed times; two
 * sources that agree within ten minutes are surer than one. An airing whose time has come
 * stays until it has been passed on.
 */
final class MergeClaims {

	private static final Duration LONG_SILENCE = Duration.ofDays(28);

	private final Instant now;

	private final Instant to;

	private final Duration catchUp;

	private final List<String> sources;

	private final Set<String> heard;

	/**
	 * Merges.
	 * @param now the present
	 * @param to until when sources were asked
	 * @param catchUp how long an airing that has begun waits to be passed on
	 * @param sources the sources, the most trusted first
	 * @param heard those of them that told everything they know
	 */
	MergeClaims(Instant now, Instant to, Duration catchUp, List<String> sources, Set<String> heard) {
		this.now = now;
		this.to = to;
		this.catchUp = catchUp;
		this.sources = List.copyOf(sources);
		this.heard = Set.copyOf(heard);
	}

	/**
	 * What an entry's airing becomes.
	 * @param claims what is said of it, in any order
	 * @return empty if nothing changes
	 */
	Optional<Merged> merge(AnimeEntry entry, List<AiringClaim> claims) {
		if (!mayAir(entry)) {
			return Optional.empty();
		}
		List<AiringClaim> plausible = PlausibleClaims.of(claims, entry.episodes());
		return delayed(entry, plausible).or(() -> told(entry, plausible))
			.or(() -> silent(entry, plausible))
			.filter((merged) -> !merged.airing().equals(entry.airing()));
	}

	private static boolean mayAir(AnimeEntry entry) {
		boolean open = switch (entry.airing().status()) {
			case ONGOING, UPCOMING, HIATUS, UNKNOWN -> true;
			case FINISHED, CANCELLED -> false;
		};
		Provenance next = entry.provenance().get(CatalogueAiring.NEXT);
		return entry.lifecycle().isLive() && open && (next == null || !next.humanLocked());
	}

	private Optional<Merged> delayed(AnimeEntry entry, List<AiringClaim> claims) {
		NextEpisode current = entry.airing().next();
		AiringClaim put = claims.stream()
			.filter((claim) -> claim.delay() != null)
			.filter((claim) -> current == null || claim.last() >= current.number())
			.min(Comparator.comparing(AiringClaim::at))
			.orElse(null);
		if (put == null || airsBefore(put, current, claims)) {
			return Optional.empty();
		}
		Delay delay = Objects.requireNonNull(put.delay());
		LocalDate until = delay.until();
		if (until != null && until.isBefore(LocalDate.ofInstant(this.now, Broadcast.JAPAN))) {
			return Optional.empty();
		}
		AiringClaim later = claims.stream()
			.filter((claim) -> claim.delay() == null && claim.at().isAfter(this.now) && claim.first() == put.first()
					&& claim.at().isAfter(put.at().plus(Agreement.SAME_TIME)))
			.min(byTrust())
			.orElse(null);
		NextEpisode next = null;
		if (later != null) {
			next = next(later, later.confidence());
		}
		else if (until != null) {
			next = next(put, firstSlotAfter(until, put.at()), AiringClaim.SLOT);
		}
		String source = (later != null) ? later.source() : put.source();
		return Optional.of(new Merged(Merged.Kind.DELAYED, airing(entry.airing(), entry.airing().status(), next, delay),
				(next != null) ? new Provenance(source, this.now, "AFTER_DELAY", next.confidence()) : null));
	}

	/** A break that begins after another episode does not concern that one. */
	private boolean airsBefore(AiringClaim put, @Nullable NextEpisode current, List<AiringClaim> claims) {
		boolean expected = current != null && current.number() < put.first() && current.at().isBefore(put.at())
				&& current.at().isAfter(this.now.minus(this.catchUp));
		return expected || claims.stream()
			.anyMatch((claim) -> claim.delay() == null && claim.first() < put.first() && claim.at().isAfter(this.now));
	}

	private Optional<Merged> told(AnimeEntry entry, List<AiringClaim> claims) {
		NextEpisode current = entry.airing().next();
		boolean waiting = current != null && !current.at().isAfter(this.now)
				&& current.at().isAfter(this.now.minus(this.catchUp));
		AiringClaim best = claims.stream()
			.filter((claim) -> claim.delay() == null && claim.at().isAfter(this.now))
			.filter((claim) -> !waiting || isSameEpisode(claim, current))
			.min(byTrust())
			.orElse(null);
		if (best == null || (current != null && current.at().isAfter(this.now)
				&& best.confidence() < NextEpisode.ANNOUNCED && best.confidence() <= current.confidence())) {
			return Optional.empty();
		}
		List<String> agreeing = Agreement.with(best, claims, entry.airing().broadcast());
		double confidence = (best.confidence() >= NextEpisode.ANNOUNCED && !agreeing.isEmpty()) ? AiringClaim.AGREED
				: best.confidence();
		NextEpisode next = next(best, confidence);
		Merged.Kind kind = kind(current, next);
		Provenance how = new Provenance(best.source(), this.now, rule(best), confidence, agreeing,
				(kind == Merged.Kind.MOVED && current != null) ? "was " + current.at() : null);
		return Optional.of(new Merged(kind,
				airing(entry.airing(), status(entry.airing().status(), best), next, standing(entry.airing(), next)),
				how));
	}

	private static String rule(AiringClaim claim) {
		if (claim.source().equals(AiringClaim.DERIVED)) {
			return "WEEKLY_SLOT";
		}
		return (claim.confidence() < NextEpisode.ANNOUNCED) ? "NEXT_RELEASE" : "CALENDAR";
	}

	private static boolean isSameEpisode(AiringClaim claim, @Nullable NextEpisode current) {
		return current != null && claim.first() <= current.number() && claim.last() >= current.number();
	}

	private static Merged.Kind kind(@Nullable NextEpisode current, NextEpisode next) {
		if (current == null || current.number() != next.number()) {
			return Merged.Kind.ANNOUNCED;
		}
		return current.at().equals(next.at()) ? Merged.Kind.CONFIRMED : Merged.Kind.MOVED;
	}

	/** A break is over when a calendar tells of an episode after it. */
	private static @Nullable Delay standing(Airing airing, NextEpisode next) {
		Delay delay = airing.delay();
		if (delay == null || next.confidence() >= NextEpisode.ANNOUNCED) {
			return null;
		}
		LocalDate until = delay.until();
		return (until != null && until.isBefore(LocalDate.ofInstant(next.at(), Broadcast.JAPAN))) ? null : delay;
	}

	/** Only a calendar lets a work go on of which nobody knew. */
	private static AiringStatus status(AiringStatus before, AiringClaim claim) {
		return switch (before) {
			case HIATUS, UNKNOWN -> (claim.confidence() < NextEpisode.ANNOUNCED) ? before
					: (claim.first() == 1) ? AiringStatus.UPCOMING : AiringStatus.ONGOING;
			case ONGOING, UPCOMING, FINISHED, CANCELLED -> before;
		};
	}

	/** Only who announced a time can be silent about it; one computed was never told. */
	private Optional<Merged> silent(AnimeEntry entry, List<AiringClaim> claims) {
		Airing airing = entry.airing();
		NextEpisode current = airing.next();
		Provenance how = entry.provenance().get(CatalogueAiring.NEXT);
		if (current == null || !claims.isEmpty()) {
			return Optional.empty();
		}
		if (airing.status() == AiringStatus.ONGOING && current.at().isBefore(this.now.minus(LONG_SILENCE))) {
			return Optional
				.of(new Merged(Merged.Kind.STALLED, airing(airing, AiringStatus.HIATUS, null, airing.delay()), null));
		}
		boolean asked = current.confidence() >= NextEpisode.ANNOUNCED && current.at().isAfter(this.now)
				&& current.at().isBefore(this.to);
		if (asked && how != null && this.heard.contains(how.source())) {
			Delay delay = new Delay(LocalDate.ofInstant(current.at(), Broadcast.JAPAN), null,
					"No calendar tells of it any more");
			return Optional.of(new Merged(Merged.Kind.VANISHED, airing(airing, airing.status(), null, delay), null));
		}
		return Optional.empty();
	}

	private Comparator<AiringClaim> byTrust() {
		return Comparator.comparingInt((AiringClaim claim) -> {
			int place = this.sources.indexOf(claim.source());
			return (place < 0) ? this.sources.size() : place;
		}).thenComparing(AiringClaim::at).thenComparingInt(AiringClaim::first);
	}

	/** The same time of the week in Japan, on the first day after a break. */
	private static Instant firstSlotAfter(LocalDate until, Instant slot) {
		ZonedDateTime start = slot.atZone(Broadcast.JAPAN);
		while (!start.toLocalDate().isAfter(until)) {
			start = start.plusWeeks(1);
		}
		return start.toInstant();
	}

	private static NextEpisode next(AiringClaim claim, double confidence) {
		return next(claim, claim.at(), confidence);
	}

	private static NextEpisode next(AiringClaim claim, Instant at, double confidence) {
		return new NextEpisode(claim.first(), at, confidence, (claim.last() > claim.first()) ? claim.last() : null);
	}

	private static Airing airing(Airing before, AiringStatus status, @Nullable NextEpisode next,
			@Nullable Delay delay) {
		return new Airing(status, before.season(), before.year(), before.from(), before.to(), before.broadcast(), next,
				delay);
	}

}
