package io.mokuroku.local.supervise;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.local.Ports;
import io.mokuroku.local.Refusal;
import io.mokuroku.local.cloud.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was typed.
 */
final class CommandLine {

	static final String USAGE = """
			up [--dataset FILE|URL|sample|invented:N] [--port-base N] [--state DIR] [--foreground]   start everything
			status [--state DIR]               show what runs
			enrich TITLE|ID [--watch] [--state DIR]   enrich an entry and tell how it goes; --watch starts nothing
			logs [NAME] [--state DIR]          show the last lines of the logs
			token [SCOPE...] [--state DIR]     print an access token
			down [--wipe] [--state DIR]        stop everything, --wipe forgets all data
			""";

	private static final List<String> ALL_SCOPES = List.of("catalogue.read", "catalogue.sync", "catalogue.enrich",
			"catalogue.snapshot", "catalogue.restore", "catalogue.index", "catalogue.adult", "upstream.read",
			"webhooks.manage", "reviews.read", "reviews.decide", "reviews.manage", "schedules.plan", "operations");

	private static final int MOST_WORDS = 50;

	private static final Set<String> WITH_VALUE = Set.of("--dataset", "--port-base", "--state");

	private final Path defaultState;

	private final Map<String, String> options = new LinkedHashMap<>();

	private final List<String> words = new ArrayList<>();

	private CommandLine(Path defaultState) {
		this.defaultState = defaultState;
	}

	/**
	 * Decides what was asked for.
	 * @param defaultState the state directory when none is chosen
	 * @throws Refusal when the arguments make no sense
	 */
	static Command parse(Path defaultState, List<String> arguments) {
		return new CommandLine(defaultState).read(new ArrayDeque<>(arguments));
	}

	private Command read(Deque<String> arguments) {
		String verb = arguments.isEmpty() ? "help" : arguments.pop();
		while (!arguments.isEmpty()) {
			String argument = arguments.pop();
			if (!argument.startsWith("--")) {
				this.words.add(argument);
			}
			else if (WITH_VALUE.contains(name(argument))) {
				this.options.put(name(argument), value(argument, arguments));
			}
			else {
				this.options.put(argument, "");
			}
		}
		return switch (verb) {
			case "up" -> {
				accept(verb, 0, "--dataset", "--port-base", "--state", "--foreground");
				yield new Command.Up(state(), ports(), dataset(), this.options.containsKey("--foreground"));
			}
			case "down" -> {
				accept(verb, 0, "--state", "--wipe");
				yield new Command.Down(state(), this.options.containsKey("--wipe"));
			}
			case "status" -> {
				accept(verb, 0, "--state");
				yield new Command.Status(state());
			}
			case "logs" -> {
				accept(verb, 1, "--state");
				yield new Command.Logs(state(), this.words.isEmpty() ? null : this.words.getFirst());
			}
			case "token" -> {
				accept(verb, ALL_SCOPES.size(), "--state");
				yield new Command.Token(state(), this.words.isEmpty() ? ALL_SCOPES : this.words);
			}
			case "enrich" -> {
				accept(verb, MOST_WORDS, "--state", "--watch");
				if (this.words.isEmpty()) {
					throw new Refusal("\"enrich\" needs a title or an id.");
				}
				yield new Command.Enrich(state(), String.join(" ", this.words), !this.options.containsKey("--watch"));
			}
			case "supervise" -> new Command.Supervise(state(), ports());
			case "cloud" -> new Command.Cloud(state(), ports(), surroundings());
			case "seed" -> {
				accept(verb, 0, "--dataset", "--port-base", "--state");
				yield new Command.Seed(state(), ports(), dataset());
			}
			case "dynamodb" -> new Command.DynamoDb(state(), ports());
			case "a2i" -> new Command.A2i(state(), ports(), surroundings());
			case "help", "--help", "-h" -> new Command.Help();
			default ->
				throw new Refusal("There is no command \"" + verb + "\"; try up, status, logs, token, enrich or down.");
		};
	}

	private void accept(String verb, int words, String... known) {
		for (String option : this.options.keySet()) {
			if (!List.of(known).contains(option)) {
				throw new Refusal("\"" + verb + "\" does not know the option " + option + ".");
			}
		}
		if (this.words.size() > words) {
			throw new Refusal("\"" + verb + "\" does not know what to do with \"" + this.words.get(words) + "\".");
		}
	}

	private Path state() {
		String state = this.options.get("--state");
		return (state != null) ? Path.of(state) : this.defaultState;
	}

	private Ports ports() {
		String base = this.options.getOrDefault("--port-base", String.valueOf(Ports.DEFAULT_BASE));
		if (!base.matches("\\d{1,6}")) {
			throw new Refusal("The port base must be a number, not \"" + base + "\".");
		}
		return new Ports(Integer.parseInt(base));
	}

	private Surroundings surroundings() {
		return this.options.containsKey("--engines-elsewhere") ? Surroundings.ENGINES : Surroundings.NONE;
	}

	private @Nullable String dataset() {
		String dataset = this.options.get("--dataset");
		if (dataset != null && dataset.isBlank()) {
			throw new Refusal("--dataset needs a file or a URL.");
		}
		return dataset;
	}

	private static String name(String argument) {
		int equals = argument.indexOf('=');
		return (equals < 0) ? argument : argument.substring(0, equals);
	}

	private static String value(String argument, Deque<String> rest) {
		int equals = argument.indexOf('=');
		if (equals >= 0) {
			return argument.substring(equals + 1);
		}
		if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
			throw new Refusal(argument + " needs a value.");
		}
		return rest.pop();
	}

}
