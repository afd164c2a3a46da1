package io.mokuroku.catalogue.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.dynamo.Items;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A catalogue of any size that takes no room: what is read is made up, what is written is
 * counted and summed. Seven of ten entries are drafts without parts, the others have 24
 * episodes and a shadow, one of a thousand has 500.
 */
public final class GeneratedItems implements TruthItems {

	private static final int LINKS = 3;

	private final int entries;

	private final String body;

	private final LongAdder items = new LongAdder();

	private final LongAdder bytes = new LongAdder();

	private final LongAdder sum = new LongAdder();

	/** A catalogue of that many entries. */
	public GeneratedItems(int entries) {
		this.entries = entries;
		AnimeEntry template = Entries.aDraft("TITLE", "MYANIMELIST#1").with((change) -> change.synopsis = text(700));
		this.body = EntryJson.write(template)
			.replace(template.id().toString(), "ID")
			.replace("\"MYANIMELIST#1\"", "LINKS");
	}

	/** How many items were read or written since the last call, without links. */
	public long takeItems() {
		return this.items.sumThenReset();
	}

	/** How long their lines were together. */
	public long takeBytes() {
		return this.bytes.sumThenReset();
	}

	/** A sum of all their lines, whatever their order. */
	public long takeSum() {
		return this.sum.sumThenReset();
	}

	/** One entry with its parts. */
	public StoredEntry make(int number) {
		AnimeId id = id(number);
		List<StoredItem> made = new ArrayList<>();
		String json = this.body.replace("ID", id.toString())
			.replace("TITLE", "Title " + number)
			.replace("LINKS", String.join(",", links(number).stream().map((link) -> '"' + link.key() + '"').toList()));
		made.add(item(id, "entry", json, true));
		int episodes = (number % 1_000 == 0) ? 500 : (number % 10 < 7) ? 0 : 24;
		for (int episode = 1; episode <= episodes; episode++) {
			made.add(item(id, "episode#regular#%05d".formatted(episode),
					"{\"animeId\":\"" + id + "\",\"number\":" + episode + ",\"title\":\"" + text(40)
							+ "\",\"synopsis\":\"" + text(120) + "\",\"state\":\"COMPLETE\"}",
					false));
		}
		if (episodes > 0) {
			made.add(item(id, "shadow#dataset", json, false));
		}
		return new StoredEntry(id, made);
	}

	@Override
	public void scanEntries(int segment, int segments, Consumer<StoredEntry> each) {
		for (int number = segment; number < this.entries; number += segments) {
			StoredEntry entry = make(number);
			entry.items().forEach(this::count);
			each.accept(entry);
		}
	}

	@Override
	public void scan(TruthTable table, int segment, int segments, Consumer<StoredItem> each) {
		for (int number = segment; table == TruthTable.SOURCE_LINKS && number < this.entries; number += segments) {
			for (SourceLink link : links(number)) {
				each.accept(StoredItem.of(table, SourceLinks.item(link, id(number))));
			}
		}
	}

	@Override
	public void putAll(List<StoredItem> written) {
		written.forEach(this::count);
	}

	@Override
	public Map<String, StoredItem> findAll(List<StoredItem> sameKeys) {
		Map<String, StoredItem> found = new HashMap<>();
		sameKeys.forEach((item) -> found.put(item.name(), item));
		return found;
	}

	@Override
	public Set<AnimeId> changedSince(Instant time) {
		return Set.of(id(0), id(this.entries / 2));
	}

	@Override
	public StoredEntry entry(AnimeId id) {
		return make(id.equals(id(0)) ? 0 : this.entries / 2);
	}

	@Override
	public Set<AnimeId> underWork(Instant now) {
		return Set.of();
	}

	@Override
	public Map<AnimeId, Long> versions(Collection<AnimeId> ids) {
		return Map.of();
	}

	@Override
	public Map<SourceLink, AnimeId> holders(Collection<SourceLink> links) {
		return Map.of();
	}

	@Override
	public boolean replace(StoredEntry next, StoredEntry before) {
		return true;
	}

	@Override
	public void hold(Map<SourceLink, AnimeId> links) {
		// what is held is found again without being kept
	}

	@Override
	public void release(Map<SourceLink, AnimeId> links) {
		// nothing is kept
	}

	private void count(StoredItem item) {
		String line = item.line();
		this.items.increment();
		this.bytes.add(line.length());
		this.sum.add(line.hashCode());
	}

	private static List<SourceLink> links(int number) {
		List<SourceLink> links = new ArrayList<>();
		for (String provider : List.of("MYANIMELIST", "ANIDB", "KITSU").subList(0, LINKS)) {
			links.add(SourceLink.ofKey(provider + "#" + (number + 1)));
		}
		return links;
	}

	private static AnimeId id(int number) {
		return AnimeId.mintedFrom(links(number));
	}

	private static String text(int length) {
		StringBuilder words = new StringBuilder();
		for (int i = 0; words.length() < length; i++) {
			words.append(Integer.toString(0x5f3759 * (i + 7), 36)).append(' ');
		}
		return words.toString();
	}

	private static StoredItem item(AnimeId id, String part, String body, boolean entry) {
		Map<String, AttributeValue> values = new HashMap<>(EntryItems.partKey(id, part));
		values.put(EntryItems.BODY, Items.text(body));
		if (entry) {
			values.put("version", Items.number(1));
			values.put("lifecycle", Items.text("DRAFT"));
			values.put("updated_at", Items.text("2026-11-22T10:00:00.000Z"));
		}
		return StoredItem.of(TruthTable.ANIME, values);
	}

}
