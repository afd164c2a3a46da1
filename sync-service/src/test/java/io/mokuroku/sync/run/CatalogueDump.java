package io.mokuroku.sync.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Revision;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing;
import io.mokuroku.catalogue.store.AnimeStore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A whole catalogue as text that is equal where catalogues are, but for times, traces and
 * versions.
 */
final class CatalogueDump {

	private CatalogueDump() {
	}

	static List<AnimeEntry> entries(AnimeStore store) throws InterruptedException {
		List<AnimeId> ids = new ArrayList<>();
		store.readDigests(2, 0, (digest) -> ids.add(digest.id()));
		return List.copyOf(store.findAll(ids).values());
	}

	/** The entries by id, each with its links as the lookup table has them. */
	static Map<String, String> of(AnimeStore store, DynamoDbClient dynamo) throws InterruptedException {
		Map<AnimeId, TreeSet<String>> held = new TreeMap<>();
		dynamo.scanPaginator((scan) -> scan.tableName("source-links"))
			.items()
			.forEach((item) -> held.computeIfAbsent(AnimeId.of(text(item, "anime_id")), (_) -> new TreeSet<>())
				.add(text(item, "link")));
		Map<String, String> dump = new TreeMap<>();
		for (AnimeEntry entry : entries(store)) {
			AnimeEntry timeless = entry.with((change) -> {
				change.provenance = Map.of();
				change.revision = new Revision(1, Instant.EPOCH, Instant.EPOCH, entry.revision().datasetHash(), null);
				change.standing = new Standing((entry.standing().orphanedAt() != null) ? Instant.EPOCH : null,
						entry.standing().suspects(), (entry.standing().suspectedIn() != null) ? "a release" : null,
						entry.standing().flags(), entry.standing().mergeProposals());
			});
			TreeSet<String> links = held.getOrDefault(entry.id(), new TreeSet<>());
			if (!links.equals(new TreeSet<>(entry.sources().stream().map(SourceLink::key).toList()))) {
				throw new AssertionError(
						"Links of " + entry.id() + " are " + links + " but it names " + entry.sources());
			}
			dump.put(entry.id().toString(), timeless.toString());
			held.remove(entry.id());
		}
		if (!held.isEmpty()) {
			throw new AssertionError("Links of nobody: " + held);
		}
		return dump;
	}

	static long versions(AnimeStore store) throws InterruptedException {
		return entries(store).stream().mapToLong((entry) -> entry.revision().version()).sum();
	}

	private static String text(Map<String, AttributeValue> item, String name) {
		return Objects.requireNonNull(item.get(name), name).s();
	}

}
