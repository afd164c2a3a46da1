package io.mokuroku.enrichment.assemble;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Details.Popularity;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.merge.ScoreFacts;
import io.mokuroku.enrichment.merge.Sources;
import org.junit.jupiter.api.Test;

import static io.mokuroku.enrichment.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;

final class StatisticsAssemblyTests {

	private static final LocalDate FIRST = LocalDate.ofInstant(Materials.NOW, ZoneOffset.UTC);

	@Test
	void keepsAPointAWeekAndThePresentOne() {
		AnimeEntry entry = Works.anActiveEntry();
		for (int day = 0; day <= 16; day++) {
			entry = on(day, entry, 100L + day);
			entry = on(day, entry, 100L + day);
		}
		assertThat(entry.details().popularity()).containsExactly(new Popularity(FIRST, 100),
				new Popularity(FIRST.plusDays(7), 107), new Popularity(FIRST.plusDays(14), 114),
				new Popularity(FIRST.plusDays(16), 116));
		assertThat(entry.provenance().get("popularity")).returns(Sources.DERIVED, Provenance::source);
	}

	@Test
	void forgetsWhatIsOlderThanTwoYears() {
		AnimeEntry entry = Works.anActiveEntry();
		for (int week = 0; week < 120; week++) {
			entry = on(7 * week, entry, 100L + week);
		}
		assertThat(entry.details().popularity()).hasSize(105)
			.endsWith(new Popularity(FIRST.plusDays(7 * 119), 219))
			.startsWith(new Popularity(FIRST.plusDays(7 * 15), 115));
	}

	@Test
	void addsNothingWhereNobodyCounts() {
		AnimeEntry quiet = Materials.of(Works.anActiveEntry()).entry();
		assertThat(quiet.details().popularity()).isEmpty();
		assertThat(quiet.provenance()).doesNotContainKey("popularity");
	}

	@Test
	void keepsThePastAndHowItIsKnownWhereNobodyCountsAnyMore() {
		AnimeEntry known = on(0, Works.anActiveEntry(), 5);
		AnimeEntry quiet = Materials.of(known).at(Materials.NOW.plusSeconds(86_400)).entry();
		assertThat(quiet.details().popularity()).containsExactly(new Popularity(FIRST, 5));
		assertThat(quiet.provenance().get("popularity")).isEqualTo(known.provenance().get("popularity"));
	}

	private static AnimeEntry on(int day, AnimeEntry before, long members) {
		Instant then = Materials.NOW.plusSeconds(86_400L * day);
		return Materials.of(before)
			.at(then)
			.said(said("MYANIMELIST#990041", (its) -> its.score = new ScoreFacts(8, 100L, members)))
			.entry();
	}

}
