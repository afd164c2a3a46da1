package io.mokuroku.review.task;

import java.util.Map;
import java.util.Optional;

import io.mokuroku.dynamo.Items;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drafts beside the tasks they are about, one for each reviewer. A draft is written only
 * over the revision it was read with, so that two windows do not overwrite each other.
 */
public final class Drafts {

	private static final String BODY = "body";

	private static final String REVISION = "draft_revision";

	private final DynamoDbClient dynamo;

	/** Drafts on a database. */
	Drafts(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/** What a reviewer has typed about a task. */
	public Optional<Draft> find(TaskId task, String reviewer) {
		Map<String, AttributeValue> item = Items.calling(() -> this.dynamo
			.getItem((get) -> get.tableName(ReviewTasks.TABLE).key(key(task, reviewer)).consistentRead(true))
			.item());
		return Optional.ofNullable(item.get(BODY)).map((body) -> JsonMapper.shared().readValue(body.s(), Draft.class));
	}

	/**
	 * Keeps a draft.
	 * @return whether it was kept; if not, another window was first
	 */
	public boolean save(Draft draft) {
		Map<String, AttributeValue> item = Map.of(TaskItems.TASK_ID,
				AttributeValue.fromS(keyText(draft.task(), draft.reviewer())), REVISION,
				AttributeValue.fromN(Long.toString(draft.revision())), BODY,
				AttributeValue.fromS(JsonMapper.shared().writeValueAsString(draft)));
		return Items.conditionally(() -> this.dynamo.putItem((put) -> {
			put.tableName(ReviewTasks.TABLE).item(item);
			if (draft.revision() == 1) {
				put.conditionExpression("attribute_not_exists(" + TaskItems.TASK_ID + ")");
			}
			else {
				put.conditionExpression(REVISION + " = :before")
					.expressionAttributeValues(
							Map.of(":before", AttributeValue.fromN(Long.toString(draft.revision() - 1))));
			}
		}));
	}

	/** Forgets what a reviewer has typed about a task. */
	public void remove(TaskId task, String reviewer) {
		Items.calling(
				() -> this.dynamo.deleteItem((delete) -> delete.tableName(ReviewTasks.TABLE).key(key(task, reviewer))));
	}

	private static Map<String, AttributeValue> key(TaskId task, String reviewer) {
		return Map.of(TaskItems.TASK_ID, AttributeValue.fromS(keyText(task, reviewer)));
	}

	private static String keyText(TaskId task, String reviewer) {
		return "draft#" + task + "#" + reviewer;
	}

}
