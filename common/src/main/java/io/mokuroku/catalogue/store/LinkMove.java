package io.mokuroku.catalogue.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A link that changes hands.
 *
 * @param link the link
 * @param from who gives it up; absent if nobody held it
 * @param to who holds it from now on; absent if nobody does
 */
record LinkMove(SourceLink link, @Nullable AnimeId from, @Nullable AnimeId to) {

	/**
	 * The moves that lead from one state of some entries to the next, in a stable order.
	 * @throws IllegalArgumentException if two of the next states claim the same link
	 */
	static List<LinkMove> between(List<EntryWrite> writes) {
		Map<SourceLink, AnimeId> lost = new LinkedHashMap<>();
		Map<SourceLink, AnimeId> gained = new LinkedHashMap<>();
		for (EntryWrite write : writes) {
			List<SourceLink> before = (write.before() != null) ? write.before().sources() : List.of();
			List<SourceLink> after = write.after().sources();
			without(before, after).forEach((link) -> lost.put(link, write.after().id()));
			for (SourceLink link : without(after, before)) {
				if (gained.put(link, write.after().id()) != null) {
					throw new IllegalArgumentException("Two entries claim " + link.key());
				}
			}
		}
		List<LinkMove> moves = new ArrayList<>();
		gained.forEach((link, to) -> moves.add(new LinkMove(link, lost.remove(link), to)));
		lost.forEach((link, from) -> moves.add(new LinkMove(link, from, null)));
		return moves;
	}

	TransactWriteItem item() {
		if (this.to == null) {
			return EntryItems.free(this.link, Objects.requireNonNull(this.from));
		}
		return (this.from == null) ? EntryItems.claim(this.link, this.to)
				: EntryItems.repoint(this.link, this.from, this.to);
	}

	private static Set<SourceLink> without(Collection<SourceLink> links, Collection<SourceLink> others) {
		Set<SourceLink> rest = new LinkedHashSet<>(links);
		others.forEach(rest::remove);
		return rest;
	}

}
