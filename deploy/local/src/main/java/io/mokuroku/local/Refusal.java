package io.mokuroku.local;

/**
 * A reason why a command does not do what it was asked, as one sentence for the person
 * who typed it.
 */
public final class Refusal extends RuntimeException {

	public Refusal(String sentence) {
		super(sentence);
	}

}
