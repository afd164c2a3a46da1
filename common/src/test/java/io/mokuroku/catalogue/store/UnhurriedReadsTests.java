package io.mokuroku.catalogue.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.message.Messages;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads that nobody waits for do not hurry, even where the service's client does.
 */
class UnhurriedReadsTests {

	private static final AnimeEntry MONSTER = Entries.aDraft("Monster", "MYANIMELIST#19");

	private final Calls dynamo = new Calls();

	@Test
	void givesReadsForTheIndexMoreTimeThanQuestionsOfPeople() {
		AnimeStore store = Stores.entries(this.dynamo, Messages.senderInVain(), InstantSource.system());
		store.findAllUnhurried(List.of(MONSTER.id()));
		store.findAll(List.of(MONSTER.id()));
		assertThat(this.dynamo.limits).containsExactly(Optional.of(Duration.ofSeconds(20)), Optional.empty());
	}

	@Test
	void givesEveryCallOfAScanMoreTime() {
		Stores.scan(this.dynamo).read(Lifecycle.DRAFT, (entries) -> {
		});
		assertThat(this.dynamo.limits).containsExactly(Optional.of(Duration.ofSeconds(90)),
				Optional.of(Duration.ofSeconds(90)));
	}

	@Test
	void givesTheOutboxMoreTimeToTellWhatStayed() {
		new Outbox(this.dynamo).olderThan("a", Instant.EPOCH, null, 10);
		assertThat(this.dynamo.limits).containsExactly(Optional.of(Duration.ofSeconds(20)));
	}

	/**
	 * Tells of one entry by its id alone, of an empty outbox, and remembers how long
	 * calls may take.
	 */
	private static final class Calls implements DynamoDbClient {

		final List<Optional<Duration>> limits = new ArrayList<>();

		@Override
		public QueryResponse query(QueryRequest request) {
			this.limits.add(request.overrideConfiguration().flatMap(RequestOverrideConfiguration::apiCallTimeout));
			return request.tableName().equals(Outbox.TABLE) ? QueryResponse.builder().items(List.of()).build()
					: QueryResponse.builder()
						.items(List.of(Map.of("anime_id", AttributeValue.fromS(MONSTER.id().toString()))))
						.build();
		}

		@Override
		public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
			this.limits.add(request.overrideConfiguration().flatMap(RequestOverrideConfiguration::apiCallTimeout));
			return BatchGetItemResponse.builder().responses(Map.of()).unprocessedKeys(Map.of()).build();
		}

		@Override
		public String serviceName() {
			return "dynamodb";
		}

		@Override
		public void close() {
			this.limits.clear();
		}

	}

}
