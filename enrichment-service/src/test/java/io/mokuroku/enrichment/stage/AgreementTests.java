package io.mokuroku.enrichment.stage;

import java.time.Instant;
import java.util.List;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.enrichment.merge.Candidate;
import io.mokuroku.enrichment.merge.Rule;
import io.mokuroku.enrichment.merge.Rules;
import io.mokuroku.enrichment.merge.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class AgreementTests {

	private static final String LONG = "A courier relives the same night until every letter that was lost in the rain is delivered.";

	@ParameterizedTest
	@CsvSource({ "TV, TV_SHORT, true", "TV, ONA, true", "SPECIAL, TV_SPECIAL, true", "SPECIAL, MUSIC, true",
			"PV, CM, true", "TV, MOVIE, false", "OVA, SPECIAL, false", "ONA, OVA, false", "MOVIE, SPECIAL, false" })
	void comparesTypesByFamily(AnimeType one, AnimeType other, boolean agree) {
		assertThat(Agreement.sameFamily(one, other)).isEqualTo(agree);
		assertThat(Agreement.sameFamily(other, one)).isEqualTo(agree);
	}

	@ParameterizedTest
	@CsvSource({ "ONGOING, HIATUS, true", "ONGOING, FINISHED, false", "UPCOMING, ONGOING, false" })
	void takesABreakForAiring(AiringStatus one, AiringStatus other, boolean agree) {
		assertThat(Agreement.sameStatus(one, other)).isEqualTo(agree);
	}

	@ParameterizedTest
	@CsvSource({ "1440, 1500, true", "1200, 1500, true", "1199, 1500, false", "60, 1440, false" })
	void takesAFifthForRounding(int one, int other, boolean agree) {
		assertThat(Agreement.sameLength(one, other)).isEqualTo(agree);
		assertThat(Agreement.sameLength(other, one)).isEqualTo(agree);
	}

	private static final Rule<String> LONGEST = Rules.preferring(Agreement::longEnough, Rules.priority());

	@Test
	void prefersATextThatSaysSomething() {
		assertThat(chosen("Too short.", LONG)).isEqualTo(LONG);
		assertThat(chosen(LONG, LONG + LONG)).isEqualTo(LONG);
	}

	@Test
	void takesAShortTextWhereThereIsNoOther() {
		assertThat(chosen("Too short.", "Short, too.")).isEqualTo("Too short.");
		assertThat(LONGEST.choose(List.of(), Sources.MYANIMELIST)).isEmpty();
	}

	private static String chosen(String mal, String kitsu) {
		return LONGEST.choose(List.of(new Candidate<>(mal, Sources.MYANIMELIST, Instant.EPOCH),
				new Candidate<>(kitsu, Sources.KITSU, Instant.EPOCH)), Sources.MYANIMELIST)
			.orElseThrow()
			.value();
	}

}
