package io.mokuroku.review.portal;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.decision.Submission;
import io.mokuroku.review.task.Edits;
import io.mokuroku.review.task.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The form under a task, as it was sent. Fields that say what is proposed are no edits.
 *
 * @param decision the button that was pressed
 * @param version the version of the task on the page
 * @param note why
 * @param title the main title
 * @param englishTitle the English title
 * @param synopsis the synopsis
 * @param episodes the number of episodes
 */
record DecisionForm(@Nullable String decision, @Nullable String version, @Nullable String note, @Nullable String title,
		@Nullable String englishTitle, @Nullable String synopsis, @Nullable String episodes) {

	static DecisionForm of(@Nullable AnimeEntry proposal) {
		if (proposal == null) {
			return new DecisionForm(null, null, null, null, null, null, null);
		}
		Integer count = proposal.episodes();
		return new DecisionForm(null, null, null, proposal.titles().main(), proposal.titles().english(),
				proposal.synopsis(), (count != null) ? count.toString() : null);
	}

	/**
	 * What the form says.
	 * @param proposal what the page showed
	 * @param faults takes what cannot be read
	 */
	Submission submission(@Nullable AnimeEntry proposal, List<Fault> faults) {
		Verdict verdict = verdict(faults);
		Long seen = number(this.version, "version", faults);
		Edits edits = (verdict == Verdict.APPROVE_WITH_EDITS) ? edits(of(proposal), faults) : Edits.NONE;
		return new Submission(verdict, lines(this.note), (seen != null) ? seen : 0, edits);
	}

	private Verdict verdict(List<Fault> faults) {
		for (Verdict verdict : Verdict.values()) {
			if (verdict.name().equals(this.decision)) {
				return verdict;
			}
		}
		faults.add(new Fault("decision", "must be one of the buttons"));
		return Verdict.SUPERSEDED;
	}

	private Edits edits(DecisionForm shown, List<Fault> faults) {
		String count = changed(this.episodes, shown.episodes);
		Long number = (count != null) ? number(count, "edits.episodes", faults) : null;
		Edits edits = (number != null) ? Edits.of("episodes", number.intValue()) : Edits.NONE;
		edits = with(edits, "title", changed(this.title, shown.title));
		edits = with(edits, "englishTitle", changed(this.englishTitle, shown.englishTitle));
		return with(edits, "synopsis", changed(this.synopsis, shown.synopsis));
	}

	private static Edits with(Edits edits, String field, @Nullable String value) {
		return (value != null) ? edits.and(field, value) : edits;
	}

	private static @Nullable String changed(@Nullable String sent, @Nullable String shown) {
		String text = lines(sent);
		boolean same = text == null || text.equals(text(lines(shown)));
		return same ? null : text;
	}

	private static @Nullable Long number(@Nullable String text, String field, List<Fault> faults) {
		if (text != null && text.strip().matches("[0-9]{1,9}")) {
			return Long.valueOf(text.strip());
		}
		faults.add(new Fault(field, "must be a whole number"));
		return null;
	}

	/** Browsers send line breaks as two characters. */
	private static @Nullable String lines(@Nullable String text) {
		return (text == null) ? null : text.replace("\r\n", "\n").strip();
	}

	Map<String, Object> model() {
		return Map.of("note", text(this.note), "title", text(this.title), "englishTitle", text(this.englishTitle),
				"synopsis", text(this.synopsis), "episodes", text(this.episodes));
	}

	private static String text(@Nullable String value) {
		return Objects.requireNonNullElse(value, "");
	}

}
