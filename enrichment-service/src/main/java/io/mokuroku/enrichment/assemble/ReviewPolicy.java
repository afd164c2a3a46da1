package io.mokuroku.enrichment.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.enrichment.stage.EntryFields;
import io.mokuroku.catalogue.Stage;

/**
 * Decides whether a person must see a proposal. Most need nobody: what is asked of people
 * must be worth their time.
 */
final class ReviewPolicy {

	/** Less is not published without a person. */
	static final double ENOUGH = 0.85;

	private static final Set<String> CORE = Set.of(EntryFields.MAIN_TITLE.name(), EntryFields.TYPE.name(),
			EntryFields.STATUS.name(), EntryFields.EPISODES.name(), EntryFields.YEAR.name());

	/** Penalties are counted in hundredths, because sums of them must be exact. */
	private static final int CORE_CONFLICT = 10;

	private static final int OTHER_CONFLICT = 2;

	private static final int GAP = 5;

	private ReviewPolicy() {
	}

	/**
	 * Judges a proposal.
	 * @param assembled the proposal
	 * @param before what it would replace
	 * @param missing stages that brought nothing
	 */
	static Judgement judge(Assembled assembled, AnimeEntry before, Set<Stage> missing) {
		AnimeEntry entry = assembled.entry();
		double confidence = confidence(assembled, missing);
		List<ReviewReason> reasons = new ArrayList<>();
		if (!complete(entry)) {
			reasons.add(ReviewReason.MISSING_REQUIRED);
		}
		if (coreConflict(assembled)) {
			reasons.add(ReviewReason.CORE_CONFLICT);
		}
		if (before.lifecycle() == Lifecycle.ACTIVE && before.airing().status() == AiringStatus.FINISHED
				&& entry.airing().status() == AiringStatus.ONGOING) {
			reasons.add(ReviewReason.STATUS_REGRESSION);
		}
		if (confidence < ENOUGH) {
			reasons.add(ReviewReason.LOW_CONFIDENCE);
		}
		return new Judgement(reasons, confidence);
	}

	private static boolean complete(AnimeEntry entry) {
		AiringStatus status = entry.airing().status();
		boolean countMayBeOpen = status != AiringStatus.FINISHED;
		return !entry.sources().isEmpty() && entry.type() != AnimeType.UNKNOWN && status != AiringStatus.UNKNOWN
				&& (entry.episodes() != null || countMayBeOpen)
				&& (entry.synopsis() != null || entry.artwork().picture() != null)
				&& (entry.airing().year() != null || status != AiringStatus.FINISHED);
	}

	private static boolean coreConflict(Assembled assembled) {
		Set<String> conflicts = assembled.conflicts();
		boolean count = conflicts.contains(EntryFields.EPISODES.name())
				&& assembled.entry().airing().status() == AiringStatus.FINISHED;
		return count || conflicts.contains(EntryFields.TYPE.name()) || conflicts.contains(EntryFields.STATUS.name());
	}

	private static double confidence(Assembled assembled, Set<Stage> missing) {
		int penalty = GAP * missing.size();
		for (String field : assembled.conflicts()) {
			penalty += CORE.contains(field) ? CORE_CONFLICT : OTHER_CONFLICT;
		}
		if (assembled.entry().synopsis() == null) {
			penalty += GAP;
		}
		if (assembled.entry().titles().japanese() == null) {
			penalty += GAP;
		}
		return Math.max(0, 100 - penalty) / 100.0;
	}

}
