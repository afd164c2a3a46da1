package io.mokuroku.enrichment.text;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

final class PlainTextTests {

	@ParameterizedTest
	@MethodSource("markups")
	void takesOutWhatIsNotText(String markup, String text) {
		assertThat(PlainText.of(markup)).isEqualTo(text);
	}

	static Stream<Arguments> markups() {
		return Stream.of(Arguments.of("One<br>Two<BR />Three", "One\nTwo\nThree"),
				Arguments.of("<p>One</p><p>Two</p>", "One\nTwo"),
				Arguments.of("<i>One</i> <script>alert(1)</script>Two", "One Two"),
				Arguments.of("Tom &amp; Jerry &lt;3", "Tom & Jerry <3"), Arguments.of("one < two", "one < two"),
				Arguments.of("[i]One[/i] [url=https://example.org]Two[/url]", "One Two"),
				Arguments.of("One\r\n\r\n\r\n\r\nTwo", "One\n\nTwo"), Arguments.of("One. (Source: Somebody)", "One."),
				Arguments.of("One.\n\n[Written by Somebody]", "One."),
				Arguments.of("One (of two) and more.", "One (of two) and more."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  \n ", "<p></p>", "No synopsis has been added to this series yet.",
			"no description available", "(Source: Somebody)" })
	void findsNothingWhereNothingIsSaid(String markup) {
		assertThat(PlainText.of(markup)).isNull();
	}

	@Test
	void knowsThatNobodyWroteAnything() {
		assertThat(PlainText.of(null)).isNull();
		assertThat(PlainText.of("Nobody knows.")).isEqualTo("Nobody knows.");
	}

	@Test
	void changesNothingTheSecondTime() {
		String once = PlainText.of("<p>A &amp; B</p><p>[b]C[/b]</p>\n(Source: Somebody)");
		assertThat(PlainText.of(once)).isEqualTo(once).isEqualTo("A & B\nC");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://anidb.net/", "https://anidb.net/a ", "https://anidb.net/a [", "[url=", "~!",
			"(source: ", "[source: ", "(source:    ", " ", "\n ", "<br ", "<" })
	void takesNoLongerThanItsLength(String part) {
		String text = "(source:" + part.repeat(300_000 / part.length()) + "x";
		assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
			PlainText.of(text);
			PlainText.credit(text);
		});
	}

	@Test
	void takesOutSpoilersAndAddressesOfAniDb() {
		assertThat(PlainText.of("A ~!dies!~ and ~!lives!~ ~!on")).isEqualTo("A  and  ~!on");
		assertThat(PlainText.of("See https://anidb.net/ch1 [Mio] there")).isEqualTo("See Mio there");
		assertThat(PlainText.credit("One. ( x ) (Source:  Somebody )")).isEqualTo("Somebody");
	}

}
