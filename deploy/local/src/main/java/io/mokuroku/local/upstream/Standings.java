package io.mokuroku.local.upstream;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The place of each title among those of the sample, 1 being the first.
 */
final class Standings {

	private final Map<Long, Integer> score;

	private final Map<Long, Integer> members;

	Standings(List<SampleTitle> titles) {
		this.score = places(titles.stream()
			.filter((title) -> title.score() != null)
			.sorted(Comparator.comparingDouble((SampleTitle title) -> (title.score() != null) ? title.score() : 0d)
				.reversed())
			.toList());
		this.members = places(titles.stream()
			.sorted(Comparator.comparingLong((SampleTitle title) -> (title.members() != null) ? title.members() : 0L)
				.reversed())
			.toList());
	}

	private static Map<Long, Integer> places(List<SampleTitle> sorted) {
		Map<Long, Integer> places = new HashMap<>();
		sorted.forEach((title) -> places.put(title.mal(), places.size() + 1));
		return places;
	}

	@Nullable Integer byScore(SampleTitle title) {
		return this.score.get(title.mal());
	}

	@Nullable Integer byMembers(SampleTitle title) {
		return this.members.get(title.mal());
	}

}
