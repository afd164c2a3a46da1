package io.mokuroku.catalogue.store;

import java.util.ArrayList;
import java.util.List;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Entries;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever writes what follows from parts reads those that were written last.
 */
class PartReadsTests {

	private final Queries dynamo = new Queries();

	@Test
	void readsWhatWasWrittenLastUnlessItIsOnlyShown() {
		AnimeId id = Entries.aDraft("Monster", "MYANIMELIST#19").id();
		EntryParts parts = Stores.parts(this.dynamo);
		for (EntryParts each : List.of(parts, parts.relaxed())) {
			assertThat(each.episodes(id)).isEmpty();
			assertThat(each.characters(id)).isEmpty();
			assertThat(each.staff(id)).isEmpty();
		}
		assertThat(this.dynamo.consistent).containsExactly(true, true, true, false, false, false);
	}

	/** Finds nothing, and remembers whether the last write was asked for. */
	private static final class Queries implements DynamoDbClient {

		private final List<Boolean> consistent = new ArrayList<>();

		@Override
		public QueryResponse query(QueryRequest request) {
			this.consistent.add(request.consistentRead());
			return QueryResponse.builder().items(List.of()).build();
		}

		@Override
		public String serviceName() {
			return "dynamodb";
		}

		@Override
		public void close() {
			this.consistent.clear();
		}

	}

}
