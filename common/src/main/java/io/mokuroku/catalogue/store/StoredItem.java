package io.mokuroku.catalogue.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.dynamo.Items;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item of a table as it lies there, for copying. Two are equal if every attribute is.
 */
public final class StoredItem {

	private final TruthTable table;

	private final Map<String, AttributeValue> values;

	private StoredItem(TruthTable table, Map<String, AttributeValue> values) {
		this.table = table;
		this.values = values;
	}

	static StoredItem of(TruthTable table, Map<String, AttributeValue> values) {
		Items.textOf(values, table.hashKey());
		if (table.rangeKey() != null) {
			Items.textOf(values, table.rangeKey());
		}
		return new StoredItem(table, values);
	}

	/**
	 * The reverse of {@link #line()}.
	 * @throws IllegalArgumentException if the line is no item of this table
	 */
	public static StoredItem parse(TruthTable table, String line) {
		try {
			return of(table, ItemLines.read(line));
		}
		catch (IllegalStateException ex) {
			throw new IllegalArgumentException("Not an item of " + table.tableName(), ex);
		}
	}

	/** The table it belongs to. */
	public TruthTable table() {
		return this.table;
	}

	/**
	 * One line of JSON in the form of DynamoDB's own exports and imports, attributes
	 * sorted, so that equal items have equal lines.
	 */
	public String line() {
		return ItemLines.write(this.values);
	}

	/** Its partition key. */
	public String partition() {
		return Items.textOf(this.values, this.table.hashKey());
	}

	/** Its keys, readable, unique in the table. */
	public String name() {
		String part = part();
		return (part != null) ? partition() + "/" + part : partition();
	}

	/**
	 * What sort of item: the first word of the part ({@code entry}, {@code episode}), or
	 * the table where it has no parts.
	 */
	public String kind() {
		String part = part();
		if (part == null) {
			return this.table.tableName();
		}
		int end = part.indexOf('#');
		return (end < 0) ? part : part.substring(0, end);
	}

	/** How often it was written, 0 if nobody counts. */
	public long version() {
		String counter = this.table.counter();
		AttributeValue version = (counter != null) ? this.values.get(counter) : null;
		return (version != null && version.n() != null) ? Long.parseLong(version.n()) : 0;
	}

	/** The entry that a link leads to. */
	public AnimeId holder() {
		return AnimeId.of(Items.textOf(this.values, SourceLinks.ANIME_ID));
	}

	boolean isEntry() {
		return this.table == TruthTable.ANIME && EntryItems.ENTRY.equals(part());
	}

	/** The links an entry names; empty for everything that is no entry. */
	List<SourceLink> sources() {
		return isEntry() ? EntryJson.read(Items.textOf(this.values, EntryItems.BODY), Links.class).sources()
				: List.of();
	}

	@Nullable String text(String attribute) {
		return Items.textOrNull(this.values, attribute);
	}

	Map<String, AttributeValue> values() {
		return this.values;
	}

	Map<String, AttributeValue> key() {
		Map<String, AttributeValue> key = new HashMap<>();
		key.put(this.table.hashKey(), Items.text(partition()));
		String part = part();
		if (this.table.rangeKey() != null && part != null) {
			key.put(this.table.rangeKey(), Items.text(part));
		}
		return key;
	}

	private @Nullable String part() {
		return (this.table.rangeKey() != null) ? Items.textOf(this.values, this.table.rangeKey()) : null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof StoredItem item && item.table == this.table && item.values.equals(this.values);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.table, this.values);
	}

	@Override
	public String toString() {
		return this.table.tableName() + "/" + name();
	}

	private record Links(@Nullable List<SourceLink> sources) {

		@Override
		public List<SourceLink> sources() {
			return (this.sources != null) ? this.sources : List.of();
		}

	}

}
