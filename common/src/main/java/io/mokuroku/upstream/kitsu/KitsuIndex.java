package io.mokuroku.upstream.kitsu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * The resources of an answer, to follow relationships through.
 */
final class KitsuIndex {

	private final Map<KitsuIncluded.Reference, KitsuIncluded> resources = new HashMap<>();

	KitsuIndex(@Nullable List<KitsuIncluded> included) {
		for (KitsuIncluded resource : Values.<KitsuIncluded>each(included)) {
			this.resources.put(new KitsuIncluded.Reference(resource.type(), resource.id()), resource);
		}
	}

	/** The resources a relationship leads to and the answer contains. */
	List<KitsuIncluded> follow(@Nullable Map<String, KitsuIncluded.@Nullable Relationship> relationships, String name) {
		return references(relationships, name).stream().map(this.resources::get).filter(Objects::nonNull).toList();
	}

	/** The first of them. */
	Optional<KitsuIncluded> followOne(@Nullable Map<String, KitsuIncluded.@Nullable Relationship> relationships,
			String name) {
		return follow(relationships, name).stream().findFirst();
	}

	static List<KitsuIncluded.Reference> references(
			@Nullable Map<String, KitsuIncluded.@Nullable Relationship> relationships, String name) {
		KitsuIncluded.Relationship relationship = (relationships != null) ? relationships.get(name) : null;
		return (relationship != null) ? Values.<KitsuIncluded.Reference>each(relationship.data()) : List.of();
	}

	static KitsuIncluded.Attributes attributes(KitsuIncluded resource) {
		return Objects.requireNonNullElse(resource.attributes(), KitsuIncluded.Attributes.NOTHING);
	}

}
