package io.mokuroku.catalogue;

import java.util.Objects;

/**
 * A link from one anime to another.
 *
 * @param type how the target relates to this anime; {@code UNSPECIFIED} where only the
 * dataset tells of it
 * @param target the other anime's page
 */
public record Relation(RelationType type, SourceLink target) {

	public Relation {
		Objects.requireNonNull(type, "type");
		Objects.requireNonNull(target, "target");
	}

}
