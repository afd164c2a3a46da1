package io.mokuroku.review.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.review.task.Edits;
import org.junit.jupiter.api.Test;

import static io.mokuroku.review.Reviews.anime;
import static org.assertj.core.api.Assertions.assertThat;

final class CheckListsTests {

	@Test
	void refusesANumberForAnEpisodeThatIsMovedAndOneThatIsAdded() {
		assertThat(
				faults(List.of(Map.of("episode", "3", "to", "7", "title", "A"), Map.of("episode", "7", "title", "B"))))
			.containsExactly(
					new Fault("edits.episodeRows", "must not give two episodes the number 7; remove one of them"));
		assertThat(
				faults(List.of(Map.of("episode", "3", "to", "7", "title", "A"), Map.of("episode", "8", "title", "B"))))
			.isEmpty();
	}

	@Test
	void takesAnEpisodeInThePlaceOfOneThatIsRemoved() {
		assertThat(faults(List.of(Map.of("episode", "3", "to", "2"), Map.of("episode", "2", "remove", true))))
			.isEmpty();
	}

	private static List<Fault> faults(List<Map<String, Object>> rows) {
		AnimeId id = anime(1);
		List<Episode> three = IntStream.rangeClosed(1, 3)
			.mapToObj((number) -> new Episode(id, EpisodeNumber.regular(number), null, null, null, null, null, null,
					Episode.State.PLACEHOLDER))
			.toList();
		List<Fault> faults = new ArrayList<>();
		CheckLists.check(Edits.of("episodeRows", rows), new Corrections.Shown(id, three, List.of(), List.of()), faults);
		return faults;
	}

}
