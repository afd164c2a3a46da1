package io.mokuroku.local.supervise;

import java.nio.file.Path;
import java.util.List;

import io.mokuroku.local.Ports;
import io.mokuroku.local.cloud.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * What an operator, or the supervisor, asked this program to do.
 */
sealed interface Command {

	/**
	 * Start everything.
	 *
	 * @param dataset a file or URL to seed the catalogue with, null for the default
	 * @param foreground whether to stay until interrupted
	 */
	record Up(Path state, Ports ports, @Nullable String dataset, boolean foreground) implements Command {
	}

	/**
	 * Stop everything.
	 *
	 * @param wipe whether to remove the state as well
	 */
	record Down(Path state, boolean wipe) implements Command {
	}

	/**
	 * Show what runs.
	 */
	record Status(Path state) implements Command {
	}

	/**
	 * Show what processes wrote.
	 *
	 * @param name the process, null for all of them
	 */
	record Logs(Path state, @Nullable String name) implements Command {
	}

	/**
	 * Print an access token.
	 */
	record Token(Path state, List<String> scopes) implements Command {

		public Token {
			scopes = List.copyOf(scopes);
		}

	}

	/**
	 * Enrich an entry.
	 *
	 * @param entry its id, or words the search finds it by
	 * @param starting whether to start another execution
	 */
	record Enrich(Path state, String entry, boolean starting) implements Command {
	}

	/**
	 * Be the supervisor.
	 */
	record Supervise(Path state, Ports ports) implements Command {
	}

	/**
	 * Be the local cloud.
	 *
	 * @param surroundings who else there is
	 */
	record Cloud(Path state, Ports ports, Surroundings surroundings) implements Command {
	}

	/**
	 * Fill the catalogue of services that somebody else started.
	 *
	 * @param dataset a file or URL, null for the default
	 */
	record Seed(Path state, Ports ports, @Nullable String dataset) implements Command {
	}

	/**
	 * Be DynamoDB.
	 */
	record DynamoDb(Path state, Ports ports) implements Command {
	}

	/**
	 * Be the stand-in for Amazon A2I.
	 *
	 * @param surroundings who else there is
	 */
	record A2i(Path state, Ports ports, Surroundings surroundings) implements Command {
	}

	/**
	 * Explain the commands.
	 */
	record Help() implements Command {
	}

}
