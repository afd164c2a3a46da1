package io.mokuroku.enrichment.fetch;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.mokuroku.catalogue.Stage;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.StaffFacts;

/**
 * The answer of one source, as the stages read it from the work area.
 *
 * @param anime what it says of the anime
 * @param episodes the episodes it lists
 * @param characters the characters it lists
 * @param staff who it says made the anime
 * @param missed the stages it could not be heard for, with the code of what went wrong
 */
public record Fetched(AnimeFacts anime, List<EpisodeFacts> episodes, List<CharacterFacts> characters,
		List<StaffFacts> staff, Map<Stage, String> missed) {

	/** Stands for a stage the source was not asked about. */
	public static final String NOT_ASKED = "not_asked";

	@SuppressWarnings("NullAway") // what was kept before there were casts lacks them
	public Fetched {
		episodes = List.copyOf(episodes);
		characters = (characters != null) ? List.copyOf(characters) : List.of();
		staff = (staff != null) ? List.copyOf(staff) : List.of();
		missed = (missed != null) ? Collections.unmodifiableMap(new TreeMap<>(missed)) : Map.of();
	}

}
