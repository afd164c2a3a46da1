package io.mokuroku.upstream.animeschedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AiringCalendar;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.Answer;
import io.mokuroku.upstream.AnswerForm;
import io.mokuroku.upstream.CalendarRow;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.ReleaseKind;
import io.mokuroku.upstream.Unrecognised;
import io.mokuroku.upstream.UpstreamApi;
import io.mokuroku.upstream.Values;
import io.mokuroku.upstream.cache.Pace;

/**
 * AnimeSchedule. Members of its answers have been spelled in upper and lower case.
 */
public final class AnimeScheduleSource implements AnimeSource, AiringCalendar {

	/** Who is at another site and who is not changes seldom. */
	private static final AnswerForm<AnimeScheduleShow.Page> SHOWS = AnswerForm
		.jsonInAnyCase(AnimeScheduleShow.Page.class)
		.paced((_) -> Pace.RECENT);

	private static final AnswerForm<AnimeScheduleRow[]> ROWS = AnswerForm.jsonInAnyCase(AnimeScheduleRow[].class);

	private final UpstreamApi api;

	private final AnswerForm<AnimeScheduleShow> showForm;

	private final AnimeScheduleMapper anime;

	private final AnimeScheduleTimetable timetable;

	/** A source behind an API, and whom it tells what it did not understand. */
	public AnimeScheduleSource(UpstreamApi api, Unrecognised unrecognised) {
		Notes notes = new Notes("animeschedule", unrecognised);
		this.api = api;
		this.anime = new AnimeScheduleMapper(notes);
		this.timetable = new AnimeScheduleTimetable(notes);
		AnimeScheduleMapper quiet = new AnimeScheduleMapper(Notes.none());
		SourceLink any = new SourceLink(Provider.ANIMESCHEDULE, "any");
		this.showForm = AnswerForm.jsonInAnyCase(AnimeScheduleShow.class)
			.paced((show) -> quiet.facts(show, any, api.now()).pace(api.today()));
	}

	@Override
	public Provider provider() {
		return Provider.ANIMESCHEDULE;
	}

	@Override
	public Optional<AnimeFacts> find(SourceLink link) {
		return link.externalId().contains("#") ? search(SourceLink.ofKey(link.externalId().toUpperCase(Locale.ROOT)))
				: show(link);
	}

	/** The key of the page to search by, which no route looks like. */
	@Override
	public Optional<SourceLink> lookup(List<SourceLink> known) {
		return known.stream()
			.filter((link) -> AnimeScheduleRequests.search(link).isPresent())
			.findFirst()
			.map((link) -> new SourceLink(Provider.ANIMESCHEDULE, link.key()));
	}

	@Override
	public List<CalendarRow> between(ReleaseKind release, Instant from, Instant to) {
		String kind = release.name().toLowerCase(Locale.ROOT);
		LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC);
		LocalDate last = LocalDate.ofInstant(to, ZoneOffset.UTC);
		List<CalendarRow> rows = new ArrayList<>();
		for (AnimeScheduleTimetable.Week week : AnimeScheduleTimetable.weeks(first, last)) {
			this.api.find(AnimeScheduleRequests.timetable(kind, week.year(), week.week()), ROWS)
				.map(Answer::value)
				.ifPresent((found) -> rows
					.addAll(this.timetable.rows(Values.<AnimeScheduleRow>each(Arrays.asList(found)), release)));
		}
		return rows.stream()
			.filter((row) -> !row.at().isBefore(from) && row.at().isBefore(to))
			.sorted(Comparator.comparing(CalendarRow::at))
			.toList();
	}

	private Optional<AnimeFacts> show(SourceLink link) {
		return this.api.find(AnimeScheduleRequests.show(link.externalId()), this.showForm)
			.map((answer) -> this.anime.facts(answer.value(), link, answer.fetchedAt()).as(answer));
	}

	/** A hit counts only if its own links lead back. */
	private Optional<AnimeFacts> search(SourceLink page) {
		return this.api.find(AnimeScheduleRequests.search(page).orElseThrow(), SHOWS)
			.flatMap((answer) -> Values.<AnimeScheduleShow>each(answer.value().anime())
				.stream()
				.filter((show) -> Values.text(show.route()) != null)
				.filter((show) -> AnimeScheduleWords.sameAs(show.websites()).contains(page))
				.findFirst()
				.map((show) -> this.anime
					.facts(show, new SourceLink(Provider.ANIMESCHEDULE, Objects.requireNonNull(show.route())),
							answer.fetchedAt())
					.as(answer)));
	}

}
