package io.mokuroku.local;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

import io.mokuroku.local.supervise.Installation;
import io.mokuroku.local.supervise.Operator;

/**
 * The program behind {@code deploy/local/up} and its companions.
 */
public final class Main {

	private Main() {
	}

	/**
	 * Carries out one command.
	 * @param arguments a command and its options
	 */
	public static void main(String[] arguments) {
		try {
			new Operator(Installation.current(), System.out, InstantSource.system()).carryOut(List.of(arguments));
		}
		catch (Refusal refusal) {
			System.err.println(refusal.getMessage());
			System.exit(1);
		}
		catch (IOException ex) {
			System.err.println(sentence(ex));
			System.exit(1);
		}
		catch (InterruptedException _) {
			System.exit(130);
		}
		catch (RuntimeException | LinkageError ex) {
			// a defect; half a process must not stay behind
			ex.printStackTrace();
			System.exit(1);
		}
	}

	private static String sentence(IOException ex) {
		String message = String.valueOf(ex.getMessage());
		return message.contains("No space left") ? "The disk is full: " + message + "."
				: "Something failed: " + ex.getClass().getSimpleName() + ": " + message + ".";
	}

}
