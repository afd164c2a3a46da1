package io.mokuroku.sync.diff;

import io.mokuroku.sync.dataset.DatasetRecord;

/**
 * Who is enriched first: what airs, then what is about to, then what many providers list
 * and rate well.
 */
public final class EnrichmentPriority {

	private EnrichmentPriority() {
	}

	/**
	 * The priority of a record.
	 * @return at least 0; the higher, the sooner
	 */
	public static int of(DatasetRecord found) {
		int airing = switch (found.status()) {
			case ONGOING, HIATUS -> 1000;
			case UPCOMING -> 500;
			case FINISHED, CANCELLED, UNKNOWN -> 0;
		};
		int known = 20 * found.sources().size();
		int liked = (found.score() != null) ? (int) Math.round(10 * found.score().median()) : 0;
		return airing + known + liked;
	}

}
