package io.mokuroku.review.portal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.FieldChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class CandidatesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "title|{Monster}|{Monster}", "episodes|74|74", "adult|true|yes", "type|TV_SHORT|TV_SHORT",
					"airedFrom|{\"date\":\"2004-04-07\",\"precision\":\"DAY\"}|2004-04-07",
					"airedFrom|{\"date\":\"2004-04-01\",\"precision\":\"MONTH\"}|2004-04",
					"airedFrom|{\"date\":\"2004-01-01\",\"precision\":\"YEAR\"}|2004",
					"broadcast|{\"day\":\"WEDNESDAY\",\"time\":\"01:00:00\",\"zone\":\"Asia/Tokyo\"}|WEDNESDAY 01:00",
					"studios|[\"Madhouse\"]|Madhouse" })
	void writesWhatASourceSaidAsTheFormTakesIt(String field, String said, String pick) {
		assertThat(row(field, said)).containsEntry("pick", pick);
	}

	@Test
	void putsOneElementOfAListOnALine() {
		assertThat(row("genres", "[\"Drama\",\"Sci-Fi \\\"hard\\\"\"]")).containsEntry("pick", "Drama\nSci-Fi \"hard\"")
			.containsEntry("words", "Drama, Sci-Fi \"hard\"");
	}

	@Test
	void offersNothingThatWasCut() {
		String whole = "x".repeat(FieldChoice.Said.LONGEST);
		assertThat(row("synopsis", whole)).containsKey("pick");
		assertThat(row("synopsis", whole + "y")).doesNotContainKey("pick").containsKey("words");
		assertThat(row("tags", "[\"one\",\"tw" + whole)).doesNotContainKey("pick").containsEntry("words", "one");
	}

	@Test
	void marksWhoSaysWhatIsProposed() {
		assertThat(row("title", "Monster")).containsEntry("chosen", true);
		assertThat(row("title", "MONSTER")).containsEntry("chosen", false).containsEntry("source", "MyAnimeList");
	}

	private static Map<String, Object> row(String field, String said) {
		FieldChoice choice = new FieldChoice(field, null, false,
				List.of(new FieldChoice.Said("myanimelist", Instant.EPOCH, said)));
		return Candidates.rows(EditableFields.find(field).orElseThrow(), choice, "Monster").getFirst();
	}

}
