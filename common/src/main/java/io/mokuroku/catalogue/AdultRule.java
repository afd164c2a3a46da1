package io.mokuroku.catalogue;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which entries are kept out of everything that is open to all: a second look beside an
 * entry's own mark, because adult titles must never leak.
 */
public final class AdultRule {

	private static final String TAG = "hentai";

	private AdultRule() {
	}

	/** Whether an entry is for adults, whichever way it is marked. */
	public static boolean appliesTo(AnimeEntry entry) {
		Subjects subjects = entry.subjects();
		return entry.adult() || entry.rating() == AgeRating.RX
				|| Stream.of(subjects.genres(), subjects.themes(), subjects.demographics(), subjects.tags())
					.flatMap(List::stream)
					.anyMatch(TAG::equalsIgnoreCase);
	}

}
