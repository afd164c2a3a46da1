package io.mokuroku.local.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.mokuroku.local.Ports;
import io.mokuroku.local.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommandLineTests {

	private static final Path STATE = Path.of("state");

	@Test
	void startsWithDefaults() {
		assertThat(parse("up")).isEqualTo(new Command.Up(STATE, new Ports(7700), null, false));
	}

	@Test
	void takesValuesWithOrWithoutEqualsSign() {
		assertThat(parse("up", "--dataset", "a.zst", "--port-base=8100", "--state=elsewhere", "--foreground"))
			.isEqualTo(new Command.Up(Path.of("elsewhere"), new Ports(8100), "a.zst", true));
	}

	@Test
	void wipesOnlyWhenAsked() {
		assertThat(parse("down")).isEqualTo(new Command.Down(STATE, false));
		assertThat(parse("down", "--wipe")).isEqualTo(new Command.Down(STATE, true));
	}

	@Test
	void asksForEveryScopeUnlessSomeAreNamed() {
		assertThat(parse("token")).isEqualTo(new Command.Token(STATE,
				List.of("catalogue.read", "catalogue.sync", "catalogue.enrich", "catalogue.snapshot",
						"catalogue.restore", "catalogue.index", "catalogue.adult", "upstream.read", "webhooks.manage",
						"reviews.read", "reviews.decide", "reviews.manage", "schedules.plan", "operations")));
		assertThat(parse("token", "catalogue.read")).isEqualTo(new Command.Token(STATE, List.of("catalogue.read")));
	}

	@Test
	void showsTheLogOfOneProcess() {
		assertThat(parse("logs", "search-api")).isEqualTo(new Command.Logs(STATE, "search-api"));
		assertThat(parse("logs")).isEqualTo(new Command.Logs(STATE, null));
	}

	@Test
	void enrichesWhatManyWordsName() {
		assertThat(parse("enrich", "Death", "Note")).isEqualTo(new Command.Enrich(STATE, "Death Note", true));
		assertThat(parse("enrich", "--watch", "Monster")).isEqualTo(new Command.Enrich(STATE, "Monster", false));
	}

	@Test
	void saysTheSameOfACommandAsItsScript() throws IOException {
		for (String line : CommandLine.USAGE.lines().toList()) {
			String usage = line.substring(0, line.indexOf("   "));
			assertThat(Path.of(usage.substring(0, usage.indexOf(' ')))).content().contains("# Usage: " + usage + "\n");
		}
	}

	@Test
	void explainsItselfWhenNothingIsAsked() {
		assertThat(parse()).isEqualTo(new Command.Help());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "dance | There is no command \"dance\"; try up, status, logs, token, enrich or down.",
					"enrich --watch | \"enrich\" needs a title or an id.",
					"up --fast | \"up\" does not know the option --fast.",
					"up twice | \"up\" does not know what to do with \"twice\".",
					"up --dataset | --dataset needs a value.",
					"up --port-base x | The port base must be a number, not \"x\".",
					"up --port-base 80 | The port base must be between 1024 and 65000, not 80.",
					"status --wipe | \"status\" does not know the option --wipe." })
	void refusesNonsenseInOneSentence(String typed, String sentence) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> parse(typed.split(" ", -1))).withMessage(sentence);
	}

	private static Command parse(String... arguments) {
		return CommandLine.parse(STATE, List.of(arguments));
	}

}
