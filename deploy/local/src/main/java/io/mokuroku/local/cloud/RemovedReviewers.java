package io.mokuroku.local.cloud;

import java.util.Map;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Who was removed from the reviewers. The review service asks the same table again with
 * every request, so where the database does not answer, a login does no harm.
 */
final class RemovedReviewers implements Predicate<String> {

	private static final Logger log = LoggerFactory.getLogger(RemovedReviewers.class);

	private final DynamoDbClient dynamo;

	RemovedReviewers(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	@Override
	public boolean test(String name) {
		if (name.isEmpty()) {
			return false;
		}
		try {
			AttributeValue active = this.dynamo
				.getItem((get) -> get.tableName("reviewers").key(Map.of("name", AttributeValue.fromS(name))))
				.item()
				.get("active");
			return active != null && Boolean.FALSE.equals(active.bool());
		}
		catch (SdkException ex) {
			log.warn("event=reviewers-unknown cause=\"{}\"", ex.toString());
			return false;
		}
	}

}
