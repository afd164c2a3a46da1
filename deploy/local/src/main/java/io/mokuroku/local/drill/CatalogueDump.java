package io.mokuroku.local.drill;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.TreeSet;

import io.mokuroku.local.Ports;
import io.mokuroku.local.running.LocalApis;

/**
 * Prints the catalogue of a local run, a line an item, or how much is still going on in
 * it. Used by {@code deploy/local/kill-drill}.
 */
public final class CatalogueDump {

	private CatalogueDump() {
	}

	/**
	 * Prints to the standard output.
	 * @param arguments {@code dump} or {@code busy}, and the port base of the run
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		LocalApis apis = new LocalApis(new Ports(Integer.parseInt(arguments[1])));
		switch (arguments[0]) {
			case "dump" -> dump(apis, System.out);
			case "busy" -> System.out.println(apis.messages() + apis.openRuns());
			default -> throw new IllegalArgumentException("dump or busy, not " + arguments[0]);
		}
	}

	/** Every entry, every part of one and every link, sorted. */
	static void dump(LocalApis apis, PrintStream out) throws IOException, InterruptedException {
		for (String table : List.of("anime", "source-links")) {
			TreeSet<String> lines = new TreeSet<>();
			apis.scan(table, (item) -> lines.add(table + " " + TimelessItem.line(item)));
			lines.forEach(out::println);
		}
	}

}
