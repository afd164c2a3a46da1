package io.mokuroku.enrichment.assemble;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.correction.CastCorrections;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.catalogue.correction.CrewCorrections;
import io.mokuroku.catalogue.correction.EpisodeCorrections;
import io.mokuroku.enrichment.merge.Sources;

/**
 * Which lists of an entry people have corrected, in its provenance.
 */
final class CorrectedLists {

	private CorrectedLists() {
	}

	/** The same and the lists that were corrected. */
	static Map<String, Provenance> noted(Map<String, Provenance> provenance, Corrections corrections) {
		Instant at = corrections.at();
		if (at == null) {
			return provenance;
		}
		Map<String, Provenance> noted = new TreeMap<>(provenance);
		Provenance person = new Provenance(Sources.REVIEWER, at, "REVIEW", 1);
		if (!corrections.episodes().equals(EpisodeCorrections.NONE)) {
			noted.put("episodeList", person);
		}
		if (!corrections.cast().equals(CastCorrections.NONE)) {
			noted.put("characters", person);
		}
		if (!corrections.crew().equals(CrewCorrections.NONE)) {
			noted.put("staff", person);
		}
		return noted;
	}

}
