package io.mokuroku.catalogue.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Revision;
import io.mokuroku.catalogue.SourceLink;

/**
 * Cuts what is to be committed together into transactions DynamoDB can take. Each of them
 * leaves every entry in agreement with its links, so that a crash between two of them
 * loses nothing: links change hands first, as many as fit, and the last transaction
 * brings the final states.
 */
final class EntryTransactions {

	private EntryTransactions() {
	}

	/**
	 * The transactions that lead to the final states, one after the other.
	 * @param writes the final states
	 * @param most how many entries and links fit into one transaction
	 */
	static List<List<EntryWrite>> of(List<EntryWrite> writes, int most) {
		if (writes.size() >= most) {
			throw new IllegalArgumentException("Too many entries to be committed together: " + writes.size());
		}
		List<List<EntryWrite>> transactions = new ArrayList<>();
		List<EntryWrite> rest = writes;
		List<LinkMove> moves = LinkMove.between(rest);
		while (rest.size() + moves.size() > most) {
			List<EntryWrite> part = moving(rest, moves.subList(0, most - rest.size()));
			transactions.add(part);
			rest = after(part, rest);
			moves = LinkMove.between(rest);
		}
		transactions.add(rest);
		return transactions;
	}

	/** The states between: as before, but for some links that have changed hands. */
	private static List<EntryWrite> moving(List<EntryWrite> writes, List<LinkMove> moves) {
		List<EntryWrite> part = new ArrayList<>();
		for (EntryWrite write : writes) {
			AnimeId id = write.after().id();
			AnimeEntry base = (write.before() != null) ? write.before() : write.after();
			Set<SourceLink> links = new LinkedHashSet<>(
					(write.before() != null) ? write.before().sources() : List.of());
			Set<SourceLink> given = new HashSet<>();
			for (LinkMove move : moves) {
				if (id.equals(move.to())) {
					links.add(move.link());
				}
				else if (id.equals(move.from())) {
					given.add(move.link());
				}
			}
			links.removeAll(given);
			part.add(new EntryWrite(write.before(), base.with((change) -> {
				change.sources = List.copyOf(links);
				change.revision = write.after().revision();
			})));
		}
		return part;
	}

	private static List<EntryWrite> after(List<EntryWrite> part, List<EntryWrite> writes) {
		List<EntryWrite> rest = new ArrayList<>();
		for (int i = 0; i < writes.size(); i++) {
			AnimeEntry before = part.get(i).after();
			rest.add(new EntryWrite(before, writes.get(i).after().with((change) -> {
				Revision last = change.revision;
				change.revision = last.next(last.updatedAt(), last.trace());
			})));
		}
		return rest;
	}

}
