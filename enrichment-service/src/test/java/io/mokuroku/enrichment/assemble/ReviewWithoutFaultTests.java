package io.mokuroku.enrichment.assemble;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Revision;
import io.mokuroku.catalogue.Season;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static io.mokuroku.enrichment.assemble.Materials.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person sees although nothing is wrong with it.
 */
final class ReviewWithoutFaultTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@Test
	void drawsTheSameEntriesUntilTheSeedChanges() {
		Set<AnimeId> drawn = drawn(1, 1);
		assertThat(drawn).hasSizeBetween(10, 100);
		assertThat(drawn(1, 7)).as("refreshing an entry draws no second lot").isEqualTo(drawn);
		assertThat(drawn(2, 1)).isNotEqualTo(drawn);
	}

	private static Set<AnimeId> drawn(int seed, long version) {
		ReviewPolicy policy = new ReviewPolicy(new ReviewLimits(0, 0.02, seed), TODAY, List.of());
		return IntStream.rangeClosed(1, 2000)
			.mapToObj((number) -> Entries.aDraft("X", "MYANIMELIST#" + number))
			.map((entry) -> entry.with((
					change) -> change.revision = new Revision(version, Entries.CREATED, Entries.CREATED, "hash", null)))
			.filter((entry) -> policy.judge(proposal(GOOD, entry)).reasons().contains(ReviewReason.SAMPLE))
			.map(AnimeEntry::id)
			.collect(Collectors.toSet());
	}

	@Test
	void looksAtTheAnnouncedSequelOfSomethingPopular() {
		AnimeEntry popular = GOOD.with((change) -> change.details = JsonMapper.shared()
			.readValue("{\"statistics\":{\"KITSU\":{\"popularityRank\":2000}},\"rulesVersion\":1}", Details.class));
		AnimeEntry announced = GOOD
			.with((change) -> change.airing = Airing.of(AiringStatus.UPCOMING, Season.FALL, 2027));
		assertThat(asSequelOf(popular, announced)).containsExactly(ReviewReason.POPULAR);
		assertThat(asSequelOf(popular, GOOD)).isEmpty();
		assertThat(asSequelOf(GOOD, announced)).isEmpty();
	}

	private static List<ReviewReason> asSequelOf(AnimeEntry prequel, AnimeEntry entry) {
		return new ReviewPolicy(new ReviewLimits(2000, 0, 1), TODAY, List.of(prequel)).judge(proposal(entry, entry))
			.reasons();
	}

	private static Proposal proposal(AnimeEntry entry, AnimeEntry before) {
		return new Proposal(new Assembled(entry, Set.of(), List.of(), List.of()), before, List.of(), List.of(),
				Set.of(), List.of(), null, List.of(), null, List.of());
	}

}
