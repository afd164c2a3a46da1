package io.mokuroku.sync.diff;

import java.util.EnumSet;
import java.util.Set;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Standing.Flag;
import io.mokuroku.sync.dataset.DatasetRecord;

/**
 * What the dataset sees differently from an entry that knows better. A draft knows
 * nothing better: it follows.
 */
final class Differing {

	private Differing() {
	}

	static Set<Flag> flags(AnimeEntry entry, DatasetRecord found) {
		Set<Flag> flags = EnumSet.noneOf(Flag.class);
		if (!Drafts.enriched(entry)) {
			return flags;
		}
		if (entry.episodes() != null && found.episodes() != null && found.episodes() > entry.episodes()) {
			flags.add(Flag.EPISODE_GAP);
		}
		AiringStatus ours = entry.airing().status();
		AiringStatus theirs = found.status();
		if (theirs != ours && theirs != AiringStatus.UNKNOWN) {
			flags.add(advances(ours, theirs) ? Flag.STATUS_ADVANCED : Flag.STATUS_REGRESSION);
		}
		return flags;
	}

	private static boolean advances(AiringStatus from, AiringStatus to) {
		return switch (from) {
			case UNKNOWN -> true;
			case UPCOMING -> to == AiringStatus.ONGOING || to == AiringStatus.FINISHED;
			case ONGOING, HIATUS -> to == AiringStatus.FINISHED;
			case FINISHED, CANCELLED -> false;
		};
	}

}
