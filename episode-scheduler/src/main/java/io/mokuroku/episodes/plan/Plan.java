package io.mokuroku.episodes.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.mokuroku.message.EpisodeAired;

/**
 * What has to be done so that the appointments fit the airings.
 *
 * @param episodes the episodes that are to be looked at
 * @param create appointments that do not exist
 * @param move appointments that fire at another time or carry other episodes
 * @param keep appointments that are right
 * @param remove appointments no episode needs
 */
public record Plan(List<PlannedEpisode> episodes, List<Appointment> create, List<Appointment> move,
		List<Appointment> keep, List<Appointment> remove) {

	public Plan {
		episodes = List.copyOf(episodes);
		create = List.copyOf(create);
		move = List.copyOf(move);
		keep = List.copyOf(keep);
		remove = List.copyOf(remove);
	}

	/**
	 * Which of the superfluous appointments may go. One stays while an episode in it has
	 * no other that stands, so that an episode that changes its appointment is never
	 * without one.
	 * @param failed names of appointments that could not be made or moved
	 */
	public List<String> removable(Collection<String> failed) {
		Set<String> uncovered = new HashSet<>();
		for (List<Appointment> wanted : List.of(this.create, this.move)) {
			wanted.stream()
				.filter((appointment) -> failed.contains(appointment.name()))
				.flatMap((appointment) -> appointment.episodes().stream())
				.map(Plan::nameOf)
				.forEach(uncovered::add);
		}
		return this.remove.stream()
			.filter((appointment) -> appointment.episodes().stream().map(Plan::nameOf).noneMatch(uncovered::contains))
			.map(Appointment::name)
			.toList();
	}

	static String nameOf(EpisodeAired episode) {
		return PlannedEpisode.nameOf(episode.animeId(), episode.episode());
	}

}
