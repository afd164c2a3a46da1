package io.mokuroku.review.task;

import java.time.Duration;
import java.time.Instant;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.NextEpisode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How pressing questions are, and entries to ask about.
 */
public final class JudgePriorityTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private static final AnimeEntry DRAFT = Entries.aDraft("Monster", "MYANIMELIST#19");

	private static final AnimeEntry ACTIVE = DRAFT.with((change) -> change.lifecycle = Lifecycle.ACTIVE);

	@Test
	void putsWhatAirsWithinADayFirst() {
		assertThat(of(airing(popular(ACTIVE, 1), Duration.ZERO))).isEqualTo(Priority.URGENT);
		assertThat(of(airing(DRAFT, Duration.ofHours(24).minusSeconds(1)))).isEqualTo(Priority.URGENT);
		assertThat(of(airing(ACTIVE, Duration.ofHours(24)))).isEqualTo(Priority.LOW);
		assertThat(of(airing(ACTIVE, Duration.ofSeconds(-1)))).isEqualTo(Priority.LOW);
	}

	@Test
	void putsThePopularBeforeTheNewAndThatBeforeTheRest() {
		assertThat(of(popular(DRAFT, 2000))).isEqualTo(Priority.HIGH);
		assertThat(of(popular(DRAFT, 2001))).isEqualTo(Priority.NORMAL);
		assertThat(of(DRAFT)).isEqualTo(Priority.NORMAL);
		assertThat(of(ACTIVE)).isEqualTo(Priority.LOW);
		assertThat(of(null, null)).isEqualTo(Priority.LOW);
	}

	@Test
	void takesWhatEitherSideKnows() {
		AnimeEntry airs = airing(ACTIVE, Duration.ofHours(2));
		assertThat(of(airing(DRAFT, Duration.ofHours(2)), DRAFT)).isEqualTo(Priority.URGENT);
		assertThat(of(ACTIVE, airs)).isEqualTo(Priority.URGENT);
		assertThat(of(popular(DRAFT, 7), airs)).isEqualTo(Priority.URGENT);
		assertThat(of(popular(ACTIVE, 7), ACTIVE)).isEqualTo(Priority.HIGH);
		assertThat(of(ACTIVE, popular(ACTIVE, 7))).isEqualTo(Priority.HIGH);
	}

	@Test
	void callsNewWhatTheCatalogueHasNotPublished() {
		assertThat(of(ACTIVE, DRAFT)).isEqualTo(Priority.NORMAL);
		assertThat(of(DRAFT, ACTIVE)).isEqualTo(Priority.LOW);
		assertThat(of(DRAFT, null)).isEqualTo(Priority.NORMAL);
	}

	private static AnimeEntry airing(AnimeEntry entry, Duration in) {
		return entry.with((change) -> change.airing = entry.airing().withNext(new NextEpisode(5, NOW.plus(in), 0.9)));
	}

	/** An entry with a place by popularity. */
	public static AnimeEntry popular(AnimeEntry entry, int rank) {
		Details details = JsonMapper.shared()
			.readValue("{\"statistics\":{\"KITSU\":{\"popularityRank\":%d}},\"rulesVersion\":1}".formatted(rank),
					Details.class);
		return entry.with((change) -> change.details = details);
	}

	private static Priority of(AnimeEntry entry) {
		return of(null, entry);
	}

	private static Priority of(@Nullable AnimeEntry proposal, @Nullable AnimeEntry live) {
		return JudgePriority.of(proposal, live, 2000, NOW);
	}

}
