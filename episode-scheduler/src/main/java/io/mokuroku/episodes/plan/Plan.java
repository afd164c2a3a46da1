package io.mokuroku.episodes.plan;

import java.util.List;

/**
 * What has to be done so that the schedules fit the airings.
 *
 * @param create episodes that have no schedule
 * @param move episodes whose schedule fires at another time
 * @param keep episodes whose schedule is right
 * @param remove names of schedules no episode needs
 */
public record Plan(List<PlannedEpisode> create, List<PlannedEpisode> move, List<PlannedEpisode> keep,
		List<String> remove) {

	public Plan {
		create = List.copyOf(create);
		move = List.copyOf(move);
		keep = List.copyOf(keep);
		remove = List.copyOf(remove);
	}

}
