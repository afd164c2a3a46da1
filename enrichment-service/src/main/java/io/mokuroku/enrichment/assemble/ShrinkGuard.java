package io.mokuroku.enrichment.assemble;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.StaffMember;

/**
 * Whether a refresh would take away much of what is known, which is more often a broken
 * answer than news.
 */
final class ShrinkGuard {

	/** More than one of these many. */
	private static final int ONE_OF = 5;

	private ShrinkGuard() {
	}

	static Optional<Question> check(Proposal proposal) {
		List<String> shrunk = new ArrayList<>();
		if (proposal.cast() != null) {
			compare(shrunk, "characters", ids(proposal.charactersBefore(), AnimeCharacter::id),
					ids(proposal.cast().characters(), AnimeCharacter::id));
		}
		if (proposal.crew() != null) {
			compare(shrunk, "staff", ids(proposal.staffBefore(), StaffMember::personId),
					ids(proposal.crew().staff(), StaffMember::personId));
		}
		Integer before = proposal.before().episodes();
		Integer after = proposal.entry().episodes();
		if (before != null && after != null && before >= ONE_OF && (before - after) * ONE_OF > before) {
			shrunk.add("episodes " + before + " to " + after);
		}
		compare(shrunk, "relations",
				proposal.before().relations().stream().map((relation) -> relation.target().key()).toList(),
				proposal.entry().relations().stream().map((relation) -> relation.target().key()).toList());
		return shrunk.isEmpty() ? Optional.empty() : Optional.of(Question.of(ReviewReason.SHRINK_GUARD, shrunk));
	}

	private static void compare(List<String> shrunk, String what, Collection<?> before, Collection<?> after) {
		Set<Object> gone = new HashSet<>(before);
		gone.removeAll(new HashSet<>(after));
		if (before.size() >= ONE_OF && gone.size() * ONE_OF > before.size()) {
			shrunk.add(what + " " + before.size() + " to " + after.size());
		}
	}

	private static <T> Collection<?> ids(List<T> all, Function<T, ?> id) {
		return all.stream().map(id).collect(Collectors.toSet());
	}

}
