package io.mokuroku.catalogue.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.cloud.Patience;
import io.mokuroku.dynamo.Items;
import io.mokuroku.dynamo.Transactions;
import io.mokuroku.message.CatalogueChanged;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.telemetry.TraceContexts;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The entries of the catalogue. Every change of entries is one transaction: the entries
 * with a check of their versions, the links they claim, the lock it was made under, and
 * the outbox row that announces it. So nothing is announced that was not committed, and
 * nothing committed stays unannounced. Whatever commits throws {@link RetryableFailure}
 * if it keeps colliding with others or the database does not answer, and
 * {@link PermanentFailure} with code {@code item_refused} if the database will never take
 * an item.
 */
public final class AnimeStore {

	/** How many items DynamoDB writes in one transaction. */
	public static final int MOST_ITEMS_PER_TRANSACTION = 100;

	private final DynamoDbClient dynamo;

	private final OutboxRelay relay;

	private final TraceContexts traces;

	private final InstantSource clock;

	AnimeStore(DynamoDbClient dynamo, OutboxRelay relay, TraceContexts traces, InstantSource clock) {
		this.dynamo = dynamo;
		this.relay = relay;
		this.traces = traces;
		this.clock = clock;
	}

	/** One entry as it is now. */
	public Optional<AnimeEntry> find(AnimeId id) {
		return Optional.ofNullable(findAll(List.of(id)).get(id));
	}

	/**
	 * One entry that must be there.
	 * @throws PermanentFailure with code {@code unknown_anime} if it is not
	 */
	public AnimeEntry get(AnimeId id) {
		return find(id).orElseThrow(() -> new PermanentFailure("unknown_anime", "No entry " + id));
	}

	/** Many entries as they are now; what does not exist is missing in the answer. */
	public Map<AnimeId, AnimeEntry> findAll(Collection<AnimeId> ids) {
		return findAll(ids, (_) -> {
		});
	}

	/**
	 * The same where nobody waits for the answer: while the database is busy, each batch
	 * has 20 s, however short the patience of this service is. A read that is given up
	 * and repeated would only make it busier.
	 */
	public Map<AnimeId, AnimeEntry> findAllUnhurried(Collection<AnimeId> ids) {
		return findAll(ids, Patience.CALLS::limit);
	}

	private Map<AnimeId, AnimeEntry> findAll(Collection<AnimeId> ids,
			Consumer<AwsRequestOverrideConfiguration.Builder> limits) {
		List<Map<String, AttributeValue>> keys = new LinkedHashSet<>(ids).stream().map(EntryItems::key).toList();
		Map<AnimeId, AnimeEntry> found = new HashMap<>();
		for (Map<String, AttributeValue> item : Items.readAll(this.dynamo, EntryItems.TABLE, keys, limits)) {
			AnimeEntry entry = EntryItems.read(item);
			found.put(entry.id(), entry);
		}
		return found;
	}

	/**
	 * Puts new entries into the catalogue, all or none.
	 * @param entries entries of version 1 that together need fewer than
	 * {@link #MOST_ITEMS_PER_TRANSACTION} items
	 */
	public AddOutcome add(List<AnimeEntry> entries) {
		List<TransactWriteItem> writes = new ArrayList<>();
		List<AnimeId> writers = new ArrayList<>();
		for (AnimeEntry entry : entries) {
			writes.add(EntryItems.putNew(entry));
			writers.add(entry.id());
			for (SourceLink link : entry.sources()) {
				writes.add(EntryItems.claim(link, entry.id()));
				writers.add(entry.id());
			}
		}
		List<Integer> unmet = transact(entries, writes);
		return unmet.isEmpty() ? new AddOutcome.Added()
				: new AddOutcome.Taken(unmet.stream().map(writers::get).collect(Collectors.toSet()));
	}

	/**
	 * Commits the next state of an entry and releases the lock it was made under.
	 * @param entry the new state; its version is one more than the one it was read with
	 * @param before the state it was made from
	 * @param lock the lock to release, if one was taken
	 */
	public SaveOutcome save(AnimeEntry entry, AnimeEntry before, @Nullable Lock lock) {
		return commit(List.of(new EntryWrite(before, entry)), lock);
	}

	/**
	 * Commits the next states of entries that belong together: what links one of them
	 * gains and another loses change hands in the same transaction, and links nobody
	 * names any more are free. Where that is more than fits into one transaction, links
	 * change hands in several, each of which leaves entries and links in agreement; a
	 * caller that was interrupted reads the entries again and commits what is left.
	 * @param writes the next states, of different entries, fewer than
	 * {@link #MOST_ITEMS_PER_TRANSACTION}
	 * @return {@link SaveOutcome#SAVED}, or why the transaction that failed wrote nothing
	 */
	public SaveOutcome commitAll(List<EntryWrite> writes) {
		for (List<EntryWrite> transaction : EntryTransactions.of(writes, MOST_ITEMS_PER_TRANSACTION - 1)) {
			SaveOutcome outcome = commit(transaction, null);
			if (outcome != SaveOutcome.SAVED) {
				return outcome;
			}
		}
		return SaveOutcome.SAVED;
	}

	private SaveOutcome commit(List<EntryWrite> entries, @Nullable Lock lock) {
		List<TransactWriteItem> writes = new ArrayList<>();
		List<SaveOutcome> meanings = new ArrayList<>();
		for (EntryWrite entry : entries) {
			writes.add((entry.before() == null) ? EntryItems.putNew(entry.after())
					: EntryItems.putOver(entry.after(), entry.before().revision().version()));
			meanings.add(SaveOutcome.STALE);
		}
		if (lock != null) {
			writes.add(TransactWriteItem.builder().update(ProcessingLocks.released(lock)).build());
			meanings.add(SaveOutcome.LOCK_LOST);
		}
		for (LinkMove move : LinkMove.between(entries)) {
			writes.add(move.item());
			meanings.add(SaveOutcome.LINK_TAKEN);
		}
		List<Integer> unmet = transact(entries.stream().map(EntryWrite::after).toList(), writes);
		return unmet.isEmpty() ? SaveOutcome.SAVED : meanings.get(unmet.getFirst());
	}

	/**
	 * Writes all or nothing, together with what announces it.
	 * @return the places of the writes whose condition is not met; none if all is written
	 */
	private List<Integer> transact(List<AnimeEntry> entries, List<TransactWriteItem> writes) {
		OutboxRow row = announcement(entries);
		List<TransactWriteItem> all = new ArrayList<>(writes);
		all.add(TransactWriteItem.builder().put(Outbox.put(row)).build());
		List<Integer> unmet = Transactions.write(this.dynamo, all);
		if (unmet.isEmpty()) {
			this.relay.offer(row);
		}
		return unmet;
	}

	/**
	 * Reads what comparing with a release needs of every entry, whatever its lifecycle.
	 * Entries committed in the last moments may be told as they were before, twice, or
	 * not at all: whoever acts on a digest reads the entry again.
	 * @param atOnce how many parts of the catalogue are read at once, at least 1
	 * @param expected about how many entries there are; only the size of a part depends
	 * on it
	 * @param reader is given one digest at a time, in no order
	 * @throws RetryableFailure if the catalogue cannot be read to its end
	 */
	public void readDigests(int atOnce, long expected, Consumer<EntryDigest> reader) throws InterruptedException {
		new CatalogueScan(this.dynamo, this, reader).read(atOnce, expected);
	}

	/**
	 * The entries whose next airing, or where none is told their announced first day in
	 * Japan, begins in a span of time, in that order.
	 * @param status the status they have
	 * @param from the earliest airing
	 * @param to the latest airing, exclusive
	 */
	public List<AnimeEntry> airing(AiringStatus status, Instant from, Instant to) {
		QueryRequest query = QueryRequest.builder()
			.tableName(EntryItems.TABLE)
			.indexName(EntryItems.BY_AIRING)
			.keyConditionExpression("airing_status = :status AND next_airing_at BETWEEN :from AND :to")
			.expressionAttributeValues(Map.of(":status", Items.text(status.name()), ":from",
					Items.text(EntryItems.time(from)), ":to", Items.text(EntryItems.time(to.minusMillis(1)))))
			.build();
		return entriesOf(query);
	}

	/** The entries that run without anybody telling of their next airing. */
	public List<AnimeEntry> airingUnknown() {
		return entriesOf(QueryRequest.builder()
			.tableName(EntryItems.TABLE)
			.indexName(EntryItems.BY_AIRING)
			.keyConditionExpression("airing_status = :status AND next_airing_at = :unknown")
			.expressionAttributeValues(Map.of(":status", Items.text(AiringStatus.ONGOING.name()), ":unknown",
					Items.text(EntryItems.AIRING_UNKNOWN)))
			.build());
	}

	private List<AnimeEntry> entriesOf(QueryRequest query) {
		List<AnimeId> ids = Items
			.calling(() -> this.dynamo.queryPaginator(query).items().stream().map(EntryItems::idOf).toList());
		Map<AnimeId, AnimeEntry> entries = findAll(ids);
		return ids.stream().map(entries::get).filter((entry) -> entry != null).toList();
	}

	private OutboxRow announcement(List<AnimeEntry> entries) {
		CatalogueChanged message = new CatalogueChanged(entries.stream()
			.map((entry) -> new CatalogueChanged.Change(entry.id(), entry.revision().version()))
			.toList());
		return OutboxRow.of(message, this.traces.current().orElse(null), this.clock.instant());
	}

}
