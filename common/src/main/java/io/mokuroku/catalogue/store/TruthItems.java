package io.mokuroku.catalogue.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The catalogue item by item, for copying it as a whole. What is read here is what is
 * committed; what is written is announced to nobody. Every method throws
 * {@link io.mokuroku.message.RetryableFailure} if the database cannot be reached or stays
 * overloaded.
 */
public interface TruthItems {

	/** The items of a database. */
	static TruthItems of(DynamoDbClient dynamo) {
		return new DynamoTruthItems(dynamo);
	}

	/**
	 * Reads one share of all entries. Items of an entry come together, but not from one
	 * moment: an entry that is committed meanwhile may come torn.
	 * @param segment which share, from 0
	 * @param segments how many shares there are
	 */
	void scanEntries(int segment, int segments, Consumer<StoredEntry> each);

	/** Reads one share of a table that has no parts. */
	void scan(TruthTable table, int segment, int segments, Consumer<StoredItem> each);

	/** All items of one entry; read in pages, so it may come torn as well. */
	StoredEntry entry(AnimeId id);

	/**
	 * The entries that were committed at an instant or later. A commit of the last few
	 * seconds may be missing.
	 */
	Set<AnimeId> changedSince(Instant time);

	/** The entries somebody holds the lock of. */
	Set<AnimeId> underWork(Instant now);

	/** Which of these entries exist, with their version. */
	Map<AnimeId, Long> versions(Collection<AnimeId> ids);

	/** The items there are now under the same keys, by {@link StoredItem#name()}. */
	Map<String, StoredItem> findAll(List<StoredItem> sameKeys);

	/** Writes over whatever is there. The parts of entries go before the entries. */
	void putAll(List<StoredItem> items);

	/**
	 * Puts an entry in place of the one that was read, with all its parts and without
	 * those it does not have.
	 * @return whether it was still the one that was read; if not, only parts may have
	 * been written
	 */
	boolean replace(StoredEntry next, StoredEntry before);

	/** Which entries hold links; a link nobody holds is missing in the answer. */
	Map<SourceLink, AnimeId> holders(Collection<SourceLink> links);

	/** Lets links lead to entries, whoever held them. */
	void hold(Map<SourceLink, AnimeId> links);

	/** Takes links back that still lead to these entries. */
	void release(Map<SourceLink, AnimeId> links);

}
