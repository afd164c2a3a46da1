package io.mokuroku.review.task;

import java.time.Instant;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it was taken.
 *
 * @param verdict what was decided
 * @param reviewer who decided
 * @param note why, in the reviewer's words
 * @param edits what was corrected
 * @param stage where a {@link Verdict#REQUEST_RERUN rerun} begins; with the sources if
 * absent
 * @param until when a {@link Verdict#DEFER deferred} question is asked again
 * @param other the entry to {@link Verdict#MERGE merge} into or to
 * {@link Verdict#KEEP_SEPARATE keep separate} from
 * @param at when
 */
public record Decision(Verdict verdict, String reviewer, @Nullable String note, Edits edits, @Nullable Rerun stage,
		@Nullable Instant until, @Nullable AnimeId other, Instant at) {

	@SuppressWarnings("NullAway") // no corrections are not stored
	public Decision {
		Objects.requireNonNull(verdict, "verdict");
		Objects.requireNonNull(reviewer, "reviewer");
		edits = (edits != null) ? edits : Edits.NONE;
		Objects.requireNonNull(at, "at");
	}

	/** A decision that needs no more than a note. */
	public Decision(Verdict verdict, String reviewer, @Nullable String note, Instant at) {
		this(verdict, reviewer, note, Edits.NONE, null, null, null, at);
	}

	/** Whether two decisions say the same, whoever took them and whenever. */
	public boolean saysTheSameAs(Decision other) {
		return equals(new Decision(other.verdict, this.reviewer, other.note, other.edits, other.stage, other.until,
				other.other, this.at));
	}

	/** In a sentence, for people who read the history of a review. */
	public String inWords() {
		StringBuilder words = new StringBuilder(this.verdict.name());
		append(words, " from ", this.stage);
		append(words, " until ", this.until);
		append(words, (this.verdict == Verdict.MERGE) ? " into " : " from ", this.other);
		if (!this.edits.isNone()) {
			append(words, " of ", String.join(", ", this.edits.fields()));
		}
		append(words, ": ", this.note);
		return words.toString();
	}

	private static void append(StringBuilder words, String before, @Nullable Object what) {
		if (what != null) {
			words.append(before).append(what);
		}
	}

}
