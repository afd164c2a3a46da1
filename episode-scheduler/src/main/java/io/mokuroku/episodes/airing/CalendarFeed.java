package io.mokuroku.episodes.airing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.upstream.AiringCalendar;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.CalendarRow;
import io.mokuroku.upstream.ReleaseKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider's calendar of Japanese broadcasts. Rows lead to entries by the pages they
 * name, or, if the catalogue knows none of them, by those its source names. Anime the
 * catalogue does not know are left to the dataset: to make entries of them would give one
 * anime two ids.
 */
final class CalendarFeed implements AiringFeed {

	private static final Logger logger = LoggerFactory.getLogger(CalendarFeed.class);

	private final AiringCalendar calendar;

	private final Function<Collection<SourceLink>, Map<SourceLink, AnimeId>> holders;

	private final int mostLookups;

	/**
	 * A feed.
	 * @param holders the entries that hold links
	 * @param mostLookups how many pages of unknown rows the source is asked about at most
	 */
	CalendarFeed(AiringCalendar calendar, Function<Collection<SourceLink>, Map<SourceLink, AnimeId>> holders,
			int mostLookups) {
		this.calendar = calendar;
		this.holders = holders;
		this.mostLookups = mostLookups;
	}

	@Override
	public String source() {
		return this.calendar.provider().name().toLowerCase(Locale.ROOT);
	}

	@Override
	public Said claims(Instant from, Instant to, Collection<AnimeEntry> entries) {
		List<CalendarRow> rows = this.calendar.between(ReleaseKind.RAW, from, to);
		Set<SourceLink> links = new HashSet<>();
		rows.forEach((row) -> pages(row).forEach(links::add));
		Map<SourceLink, AnimeId> known = new HashMap<>(this.holders.apply(links));
		boolean complete = lookUp(
				rows.stream().filter((row) -> find(row, known) == null).map(CalendarRow::anime).distinct().toList(),
				known);
		List<AiringClaim> claims = new ArrayList<>();
		int unknown = 0;
		for (CalendarRow row : rows) {
			AnimeId animeId = find(row, known);
			if (animeId == null) {
				unknown++;
				continue;
			}
			claims.add(new AiringClaim(animeId, row.numberFrom(), row.numberTo(), row.at(), source(),
					AiringClaim.CALENDAR, delay(row)));
		}
		logger.info("calendar read source={} rows={} unknown={}", source(), rows.size(), unknown);
		return new Said(claims, complete);
	}

	/**
	 * Whether all of them were looked up; what is left has its turn next time. A page
	 * that is refused is of one row only.
	 */
	private boolean lookUp(List<SourceLink> unknown, Map<SourceLink, AnimeId> known) {
		if (!(this.calendar instanceof AnimeSource source)) {
			return true;
		}
		boolean complete = unknown.size() <= this.mostLookups;
		for (SourceLink page : unknown.stream().limit(this.mostLookups).toList()) {
			List<SourceLink> sameAs;
			try {
				sameAs = source.find(page).map(AnimeFacts::sameAs).orElse(List.of());
			}
			catch (RetryableFailure ex) {
				logger.info("rows not looked up for now source={} failure={}", source(), ex.toString());
				return false;
			}
			catch (PermanentFailure ex) {
				logger.warn("row not looked up source={} page={} failure={}", source(), page.key(), ex.toString());
				complete = false;
				continue;
			}
			Map<SourceLink, AnimeId> found = this.holders.apply(sameAs);
			sameAs.stream()
				.map(found::get)
				.filter(Objects::nonNull)
				.findFirst()
				.ifPresent((animeId) -> known.put(page, animeId));
		}
		return complete;
	}

	private static @Nullable AnimeId find(CalendarRow row, Map<SourceLink, AnimeId> known) {
		return pages(row).map(known::get).filter(Objects::nonNull).findFirst().orElse(null);
	}

	private static Stream<SourceLink> pages(CalendarRow row) {
		return Stream.concat(Stream.of(row.anime()), row.sameAs().stream());
	}

	private static @Nullable Delay delay(CalendarRow row) {
		AiringFacts.Delay told = row.delay();
		if (told == null) {
			return null;
		}
		LocalDate from = (told.from() != null) ? told.from() : LocalDate.ofInstant(row.at(), Broadcast.JAPAN);
		return new Delay(from, told.indefinite() ? null : told.until(), told.reason());
	}

}
