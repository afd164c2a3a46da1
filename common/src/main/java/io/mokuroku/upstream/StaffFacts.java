package io.mokuroku.upstream;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a provider says somebody did for one anime.
 *
 * @param person who
 * @param positions what they did, in the provider's words, possibly with episodes in
 * brackets ({@code Key Animation (eps 1, 4)})
 */
public record StaffFacts(PersonFacts person, List<String> positions) {

	public StaffFacts {
		Objects.requireNonNull(person, "person");
		positions = List.copyOf(positions);
	}

	/** The same with what another row says they did. */
	public StaffFacts with(StaffFacts other) {
		return new StaffFacts(this.person,
				Stream.concat(this.positions.stream(), other.positions.stream()).distinct().toList());
	}

}
