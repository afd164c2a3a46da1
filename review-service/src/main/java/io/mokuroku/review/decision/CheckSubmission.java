package io.mokuroku.review.decision;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules of submissions: those of the {@link DecisionSchema}, and those a schema
 * cannot say, about time and about the catalogue.
 */
final class CheckSubmission {

	/** The workflow waits no longer for a deferred question. */
	static final Duration LONGEST_DEFERRAL = Duration.ofDays(30);

	/** The workflow fails if it is asked more often. */
	static final int MOST_RERUNS = 3;

	/** The workflow fails if it is asked more often. */
	static final int MOST_DEFERRALS = 5;

	/** Works are announced no earlier. */
	static final int MOST_YEARS_AHEAD = 6;

	private static final int FIRST_YEAR = 1907;

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private final Function<AnimeId, Optional<AnimeEntry>> entries;

	private final Function<AnimeId, Corrections.Shown> lists;

	private final InstantSource clock;

	/**
	 * Checks of submissions.
	 * @param entries finds entries of the catalogue
	 * @param lists gives the lists that reviewers see
	 */
	CheckSubmission(Function<AnimeId, Optional<AnimeEntry>> entries, Function<AnimeId, Corrections.Shown> lists,
			InstantSource clock) {
		this.entries = entries;
		this.lists = lists;
		this.clock = clock;
	}

	/** The rules of the schema that are broken. */
	static List<Fault> form(Submission submission) {
		return DecisionSchema.load().faults(MAPPER.valueToTree(submission));
	}

	/** The other rules that a submission of good form breaks. */
	List<Fault> check(ReviewTask task, Submission submission) {
		List<Fault> faults = new ArrayList<>();
		checkTask(task, submission.verdict(), faults);
		checkUntil(submission.until(), faults);
		checkOther(task, submission.other(), faults);
		checkDates(submission, faults);
		checkRelations(task, submission.edits().values().get("relations"), faults);
		if (!submission.edits().isNone()) {
			CheckLists.check(submission.edits(), this.lists.apply(task.animeId()), faults);
		}
		return faults;
	}

	private static void checkTask(ReviewTask task, Verdict verdict, List<Fault> faults) {
		String rule = switch (verdict) {
			case REQUEST_RERUN -> (task.decidedBefore(verdict) >= MOST_RERUNS)
					? "must be another one: it was run again %d times".formatted(MOST_RERUNS) : null;
			case DEFER -> (task.decidedBefore(verdict) >= MOST_DEFERRALS)
					? "must be another one: it was put off %d times".formatted(MOST_DEFERRALS) : null;
			case APPROVE, APPROVE_WITH_EDITS, REJECT, MERGE, KEEP_SEPARATE, SUPERSEDED -> null;
		};
		if (rule != null) {
			faults.add(new Fault("decision", rule));
		}
	}

	private void checkUntil(@Nullable Instant until, List<Fault> faults) {
		Instant now = this.clock.instant();
		if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_DEFERRAL)))) {
			faults.add(new Fault("until", "must lie within the next %d days".formatted(LONGEST_DEFERRAL.toDays())));
		}
	}

	private void checkOther(ReviewTask task, @Nullable AnimeId other, List<Fault> faults) {
		if (other == null) {
			return;
		}
		if (other.equals(task.animeId())) {
			faults.add(new Fault("other", "must be another entry than the one in review"));
		}
		else if (this.entries.apply(other).filter((entry) -> entry.lifecycle() != Lifecycle.REDIRECT).isEmpty()) {
			faults.add(new Fault("other", "must be an entry of the catalogue that is not merged away"));
		}
	}

	private void checkDates(Submission submission, List<Fault> faults) {
		int lastYear = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).getYear() + MOST_YEARS_AHEAD;
		Object year = submission.edits().values().get("year");
		if (year instanceof Number number && number.intValue() > lastYear) {
			faults.add(new Fault("edits.year", "must be at most " + lastYear));
		}
		PartialDate from = date("airedFrom", submission, lastYear, faults);
		PartialDate to = date("airedTo", submission, lastYear, faults);
		if (from != null && to != null && to.date().isBefore(from.date())
				&& to.precision() == PartialDate.Precision.DAY) {
			faults.add(new Fault("edits.airedTo", "must not lie before the first day"));
		}
	}

	private void checkRelations(ReviewTask task, @Nullable Object rows, List<Fault> faults) {
		if (rows == null) {
			return;
		}
		List<SourceLink> own = this.entries.apply(task.animeId()).map(AnimeEntry::sources).orElseGet(List::of);
		List<Optional<SourceLink>> targets = CorrectedRelations.targets(List.of(), rows);
		for (int row = 0; row < targets.size(); row++) {
			SourceLink target = targets.get(row).orElse(null);
			if (target == null || own.contains(target)) {
				faults.add(new Fault("edits.relations.%d.target".formatted(row), (target == null)
						? "must be the page of an anime" : "must be the page of another anime than the one in review"));
			}
		}
	}

	private static @Nullable PartialDate date(String field, Submission submission, int lastYear, List<Fault> faults) {
		if (!(submission.edits().values().get(field) instanceof String text)) {
			return null;
		}
		try {
			PartialDate date = ApplyEdits.date(text);
			if (date.date().getYear() < FIRST_YEAR || date.date().getYear() > lastYear) {
				faults.add(new Fault("edits." + field, "must lie between %d and %d".formatted(FIRST_YEAR, lastYear)));
			}
			return date;
		}
		catch (DateTimeException ex) {
			faults.add(new Fault("edits." + field, "must be a day of the calendar"));
			return null;
		}
	}

}
