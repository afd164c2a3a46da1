package io.mokuroku.catalogue.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.dynamo.Items;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Entries as items: the entry as JSON, beside it the attributes that keys and conditions
 * need.
 */
final class EntryItems {

	static final String TABLE = "anime";

	static final String BY_AIRING = "by-airing";

	static final String BY_LIFECYCLE = "by-lifecycle";

	static final String ANIME_ID = "anime_id";

	static final String PART = "part";

	static final String BODY = "body";

	static final String DIGEST = "digest";

	static final String ENTRY = "entry";

	/** Sorts after all times. */
	static final String AIRING_UNKNOWN = "unknown";

	private static final String VERSION = "version";

	/** Sorts as text in the order of time. */
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private EntryItems() {
	}

	static Map<String, AttributeValue> key(AnimeId id) {
		return partKey(id, ENTRY);
	}

	static Map<String, AttributeValue> partKey(AnimeId id, String part) {
		return Map.of(ANIME_ID, Items.text(id.toString()), PART, Items.text(part));
	}

	static AnimeEntry read(Map<String, AttributeValue> item) {
		return EntryJson.read(Items.textOf(item, BODY), AnimeEntry.class);
	}

	/**
	 * The digest beside an entry; empty for what was written before there were digests.
	 */
	static Optional<EntryDigest> digestOf(Map<String, AttributeValue> item) {
		AttributeValue digest = item.get(DIGEST);
		return (digest == null || digest.b() == null) ? Optional.empty()
				: EntryDigest.read(idOf(item), digest.b().asByteArrayUnsafe());
	}

	static AnimeId idOf(Map<String, AttributeValue> item) {
		return AnimeId.of(Items.textOf(item, ANIME_ID));
	}

	static String time(Instant instant) {
		return TIME.format(instant);
	}

	static TransactWriteItem putNew(AnimeEntry entry) {
		if (entry.revision().version() != 1) {
			throw new IllegalArgumentException("A new entry has version 1");
		}
		return TransactWriteItem.builder()
			.put((put) -> put.tableName(TABLE)
				.item(item(entry))
				.conditionExpression("attribute_not_exists(" + ANIME_ID + ")"))
			.build();
	}

	static TransactWriteItem putOver(AnimeEntry entry, long versionBefore) {
		return TransactWriteItem.builder()
			.put((put) -> put.tableName(TABLE)
				.item(item(entry))
				.conditionExpression(VERSION + " = :before")
				.expressionAttributeValues(Map.of(":before", Items.number(versionBefore))))
			.build();
	}

	/** Gives a link of one entry to another. */
	static TransactWriteItem repoint(SourceLink link, AnimeId from, AnimeId to) {
		return TransactWriteItem.builder()
			.update((update) -> update.tableName(SourceLinks.TABLE)
				.key(SourceLinks.key(link))
				.updateExpression("SET " + SourceLinks.ANIME_ID + " = :to")
				.conditionExpression(SourceLinks.ANIME_ID + " = :from")
				.expressionAttributeValues(
						Map.of(":from", Items.text(from.toString()), ":to", Items.text(to.toString()))))
			.build();
	}

	/** Frees a link of an entry. */
	static TransactWriteItem free(SourceLink link, AnimeId holder) {
		return TransactWriteItem.builder()
			.delete((delete) -> delete.tableName(SourceLinks.TABLE)
				.key(SourceLinks.key(link))
				.conditionExpression(SourceLinks.ANIME_ID + " = :holder")
				.expressionAttributeValues(Map.of(":holder", Items.text(holder.toString()))))
			.build();
	}

	/** Claims a link that nobody else holds. */
	static TransactWriteItem claim(SourceLink link, AnimeId holder) {
		return TransactWriteItem.builder()
			.put((put) -> put.tableName(SourceLinks.TABLE)
				.item(SourceLinks.item(link, holder))
				.conditionExpression(
						"attribute_not_exists(" + SourceLinks.LINK + ") OR " + SourceLinks.ANIME_ID + " = :holder")
				.expressionAttributeValues(Map.of(":holder", Items.text(holder.toString()))))
			.build();
	}

	private static Map<String, AttributeValue> item(AnimeEntry entry) {
		Map<String, AttributeValue> item = new HashMap<>(key(entry.id()));
		item.put(VERSION, Items.number(entry.revision().version()));
		item.put("lifecycle", Items.text(entry.lifecycle().name()));
		item.put("updated_at", Items.text(time(entry.revision().updatedAt())));
		String airing = airingKey(entry.airing());
		if (airing != null) {
			item.put("airing_status", Items.text(entry.airing().status().name()));
			item.put("next_airing_at", Items.text(airing));
		}
		item.put(DIGEST, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(EntryDigest.bytes(entry))));
		item.put(BODY, Items.text(EntryJson.write(entry)));
		return item;
	}

	/**
	 * Where an entry stands in the index of airings: at its next airing; if none is told,
	 * an upcoming one at the beginning of its first day in Japan, a running one at the
	 * end; any other is not in it.
	 */
	private static @Nullable String airingKey(Airing airing) {
		NextEpisode next = airing.next();
		if (next != null) {
			return time(next.at());
		}
		PartialDate from = airing.from();
		if (airing.status() == AiringStatus.UPCOMING && from != null && from.precision() == PartialDate.Precision.DAY) {
			return time(from.date().atStartOfDay(Broadcast.JAPAN).toInstant());
		}
		return (airing.status() == AiringStatus.ONGOING) ? AIRING_UNKNOWN : null;
	}

}
