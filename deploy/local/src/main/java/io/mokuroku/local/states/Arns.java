package io.mokuroku.local.states;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The resource names of the local account.
 */
final class Arns {

	private static final String PREFIX = "arn:aws:states:us-east-1:000000000000:";

	private static final Pattern MACHINE = Pattern.compile(PREFIX + "stateMachine:([^:]+)");

	private static final Pattern EXECUTION = Pattern.compile(PREFIX + "execution:([^:]+):([^:]+)");

	private Arns() {
	}

	static String machine(String name) {
		return PREFIX + "stateMachine:" + name;
	}

	static String execution(String machine, String name) {
		return PREFIX + "execution:" + machine + ':' + name;
	}

	static Optional<String> findMachineName(String arn) {
		Matcher matcher = MACHINE.matcher(arn);
		return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	static boolean isExecution(String arn) {
		return EXECUTION.matcher(arn).matches();
	}

}
