package io.mokuroku.episodes.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.episodes.plan.PlanReport;

/**
 * The report of a day as clients see it.
 *
 * @param data the one resource of the document
 */
record PlanDocument(Data data) {

	static PlanDocument of(DayReport report) {
		PlanReport last = report.last();
		List<Episode> episodes = last.episodes().stream().map(Episode::of).toList();
		return new PlanDocument(new Data("plans", report.date(), new Attributes(last.at(), last.cause(), last.dryRun(),
				last.counts(), report.totals(), episodes, last.removed(), last.failures())));
	}

	/**
	 * A JSON:API resource.
	 *
	 * @param type always {@code plans}
	 * @param id the day in UTC
	 * @param attributes the report
	 */
	record Data(String type, LocalDate id, Attributes attributes) {

	}

	/**
	 * What is told.
	 *
	 * @param plannedAt when the last plan was made
	 * @param cause why it was made
	 * @param dryRun whether it was only made
	 * @param counts how many of what the last plan did
	 * @param totals what all plans of the day did
	 * @param episodes the first episodes of the last plan; those without a schedule come
	 * before all others, then by time
	 * @param removed the first schedules the last plan cancelled
	 * @param failures the first things the last plan could not do
	 */
	record Attributes(Instant plannedAt, String cause, boolean dryRun, PlanReport.Counts counts,
			DayReport.Totals totals, List<Episode> episodes, List<String> removed, List<String> failures) {

	}

	/**
	 * One episode of a plan.
	 *
	 * @param animeId the anime
	 * @param number which regular episode
	 * @param airAt when it airs
	 * @param fireAt when it is looked at
	 * @param confidence how sure the time is, from 0 to 1
	 * @param fate what the last plan did about it
	 */
	record Episode(AnimeId animeId, int number, Instant airAt, Instant fireAt, double confidence,
			PlanReport.Fate fate) {

		static Episode of(PlanReport.Item item) {
			return new Episode(item.episode().animeId(), item.episode().number(), item.episode().airAt(),
					item.episode().fireAt(), item.episode().confidence(), item.fate());
		}

	}

}
