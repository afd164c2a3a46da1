package io.mokuroku.catalogue.store;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.dynamo.Items;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads which dataset release the catalogue follows, as sync-service keeps it in the
 * table of jobs.
 */
public final class AppliedDatasets {

	private static final String TABLE = "jobs";

	private static final Map<String, AttributeValue> KEY = Map.of("job_id", Items.text("release"), "part",
			Items.text("applied"));

	private final DynamoDbClient dynamo;

	AppliedDatasets(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/**
	 * The release applied last; empty if there was none.
	 * @throws io.mokuroku.message.RetryableFailure if the database cannot be reached
	 */
	public Optional<AppliedDataset> findLast() {
		Map<String, AttributeValue> item = Items
			.calling(() -> this.dynamo.getItem((get) -> get.tableName(TABLE).key(KEY)))
			.item();
		if (item.isEmpty()) {
			return Optional.empty();
		}
		Kept kept = EntryJson.read(Items.textOf(item, EntryItems.BODY), Kept.class);
		Kept.Release release = kept.release();
		return Optional.of(new AppliedDataset(release.name(), release.lastUpdate(), release.licence(),
				(release.asset() != null) ? release.asset().address() : null,
				(kept.census() != null) ? kept.census().records() : 0, kept.changedAt()));
	}

	private record Kept(Release release, @Nullable Census census, Instant changedAt) {

		private record Release(String name, @Nullable LocalDate lastUpdate, @Nullable String licence,
				@Nullable Asset asset) {
		}

		private record Asset(@Nullable URI address) {
		}

		private record Census(long records) {
		}

	}

}
