package io.mokuroku.local.chaos;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who waits for an answer of a person, and what people are asked.
 *
 * @param waiting the entries whose executions wait for an answer
 * @param asked the entries that people are asked about
 * @param dead how many questions lie among the dead letters: nobody is asked them until
 * they are moved back
 */
record Questions(Set<String> waiting, Set<String> asked, long dead) {

	Questions {
		waiting = Set.copyOf(waiting);
		asked = Set.copyOf(asked);
	}

	/**
	 * What has yet to come, in a sentence: a question that is neither asked nor dead, or
	 * an answer to somebody who waits no more.
	 * @return empty if each execution that waits is asked about or has its dead letter
	 */
	Optional<String> atOdds() {
		Set<String> unasked = new HashSet<>(this.waiting);
		unasked.removeAll(this.asked);
		if (unasked.size() <= this.dead && this.waiting.containsAll(this.asked)) {
			return Optional.empty();
		}
		return Optional.of("people are asked about " + this.asked + ", executions wait for answers about "
				+ this.waiting + ", questions among the dead letters: " + this.dead);
	}

}
