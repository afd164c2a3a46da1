package io.mokuroku.local.supervise;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One process of a run: how it is started and how one knows that it works.
 *
 * @param name what operators call it
 * @param port where it listens first of all
 * @param stage processes of a stage start together, once all of the stages before are
 * healthy
 * @param command the program and its arguments
 * @param environment variables added to the inherited ones; an empty value removes the
 * variable
 * @param health answers 200 when the process is ready; with {@code anyAnswer} any HTTP
 * answer will do
 * @param anyAnswer whether the status of the health answer does not matter
 */
record Launch(String name, int port, int stage, List<String> command, Map<String, String> environment, URI health,
		boolean anyAnswer) {

	Launch {
		command = List.copyOf(command);
		environment = Map.copyOf(environment);
	}

}
