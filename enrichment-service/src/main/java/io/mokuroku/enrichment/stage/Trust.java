package io.mokuroku.enrichment.stage;

import java.util.List;

import io.mokuroku.enrichment.merge.Sources;

/**
 * Whom fields are taken from, the most trusted first.
 */
final class Trust {

	/** The usual order. */
	static final List<String> PROVIDERS_FIRST = List.of(Sources.MYANIMELIST, Sources.ANILIST, Sources.KITSU,
			Sources.ANIMESCHEDULE, Sources.ANIDB, Sources.DATASET);

	private Trust() {
	}

}
