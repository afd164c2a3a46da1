package io.mokuroku.search.query;

import java.util.Set;
import java.util.stream.Collectors;

import io.mokuroku.search.index.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

final class QuestionParserTests {

	private final QuestionParser parser = new QuestionParser(new Vocabulary(
			Set.of("action", "comedy", "drama", "fantasy", "harem", "horror", "isekai", "mahou shoujo", "mecha",
					"music", "mystery", "romance", "school", "sci-fi", "seinen", "shoujo", "shounen", "slice of life",
					"space", "sports", "time travel", "vampire", "ecchi", "gore", "boys love"),
			Set.of("kyoto animation", "madhouse", "studio ghibli", "a-1 pictures", "production i.g", "bones",
					"studio pierrot", "toei animation", "ufotable", "wit studio")));

	/** The parts in the order they are understood, and what is left. */
	@ParameterizedTest
	@CsvFileSource(resources = "questions.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = true)
	void takesQuestionsApart(String question, String parts, String rest) {
		ParsedQuestion parsed = this.parser.parse(question, QuestionParserTests::title);
		assertThat(parsed.parts()
			.stream()
			.map((part) -> part.kind() + "=" + part.value())
			.collect(Collectors.joining(", "))).as(question).isEqualTo((parts != null) ? parts : "");
		assertThat(parsed.text()).as(question).isEqualTo((rest != null) ? rest : "");
	}

	@Test
	void takesSubjectsForHintsWhereToldTo() {
		ParsedQuestion parsed = this.parser.described("sports anime from the 1970s", (_) -> true);
		assertThat(parsed.text()).isEqualTo("sports anime");
		assertThat(parsed.parts()).extracting(ParsedQuestion.Part::kind).containsExactly(ParsedQuestion.Kind.YEAR);
	}

	@Test
	void leavesOutOnlyTheFirstFewOfManyTitles() {
		ParsedQuestion parsed = this.parser.parse("space opera without Aa, Bb, Cc, Dd, Ee, Ff, Gg", (_) -> true);
		assertThat(parsed.unlike()).containsExactly("aa", "bb", "cc", "dd", "ee");
	}

	/** Longer names than titles have. */
	private static boolean title(String name) {
		return name.split(" ", -1).length <= 3;
	}

}
