package io.mokuroku.upstream.anidb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.upstream.SubjectFacts;
import org.jspecify.annotations.Nullable;

/**
 * The tags of an answer, which form trees: the roots are drawers such as
 * {@code content indicators}, and say nothing of an anime.
 */
final class AniDbTags {

	private static final String WARNINGS = "content indicators";

	private static final String ORIGIN = "original work";

	/** Votes give a tag up to six stars of 100 each; none gives it 0. */
	private static final int MOST_WEIGHT = 600;

	private final List<AniDbElement> tags;

	private final Map<String, AniDbElement> byId = new HashMap<>();

	AniDbTags(List<AniDbElement> tags) {
		this.tags = tags;
		tags.forEach((tag) -> this.byId.put(tag.attribute("id"), tag));
	}

	SubjectFacts subjects() {
		List<SubjectFacts.Tag> found = this.tags.stream()
			.filter((tag) -> !isDrawer(tag) && tag.textOf("name") != null)
			.map(this::tag)
			.toList();
		return new SubjectFacts(List.of(), List.of(), List.of(), found);
	}

	/** What sensitive viewers may want to know before. */
	List<String> warnings() {
		return this.tags.stream()
			.filter((tag) -> !isDrawer(tag) && WARNINGS.equals(root(tag)))
			.map((tag) -> tag.textOf("name"))
			.filter((name) -> name != null)
			.toList();
	}

	/** What it is based on: {@code new} is an original work. */
	@Nullable String originalWork() {
		return this.tags.stream()
			.filter((tag) -> !isDrawer(tag) && ORIGIN.equals(root(tag)))
			.map((tag) -> tag.textOf("name"))
			.filter((name) -> name != null)
			.findFirst()
			.orElse(null);
	}

	private SubjectFacts.Tag tag(AniDbElement tag) {
		Integer weight = AniDbMapper.positive(tag.attribute("weight"));
		boolean spoiler = "true".equals(tag.attribute("localspoiler")) || "true".equals(tag.attribute("globalspoiler"));
		String name = tag.textOf("name");
		return new SubjectFacts.Tag((name != null) ? name : "", tag.textOf("description"), root(tag),
				(weight != null) ? Integer.valueOf(Math.min(100, weight * 100 / MOST_WEIGHT)) : null, spoiler, false);
	}

	private static boolean isDrawer(AniDbElement tag) {
		return tag.attribute("parentid").isEmpty();
	}

	/**
	 * The name of the drawer a tag lies in, through all drawers within; null if unknown.
	 */
	private @Nullable String root(AniDbElement tag) {
		Set<String> seen = new HashSet<>();
		AniDbElement above = tag;
		while (!isDrawer(above) && seen.add(above.attribute("id"))) {
			AniDbElement next = this.byId.get(above.attribute("parentid"));
			if (next == null) {
				return null;
			}
			above = next;
		}
		return above.textOf("name");
	}

}
