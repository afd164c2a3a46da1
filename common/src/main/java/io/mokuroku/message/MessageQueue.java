package io.mokuroku.message;

/**
 * Which queue carries which record.
 */
public enum MessageQueue {

	SYNC_REQUESTS("sync-requests", SyncRequested.class),

	SNAPSHOT_REQUESTS("snapshot-requests", SnapshotRequested.class),

	ENRICHMENT_REQUESTS("enrichment-requests", EnrichmentRequested.class),

	ENRICHMENT_TASKS("enrichment-tasks", EnrichmentTask.class),

	IMAGE_REQUESTS("image-requests", ImagesRequested.class),

	REVIEW_REQUESTS("review-requests", ReviewRequested.class),

	REVIEW_EVENTS("review-events", HumanLoopChanged.class),

	SCHEDULE_REQUESTS("schedule-requests", ScheduleRequested.class),

	EPISODE_UPDATES("episode-updates", EpisodeAired.class),

	CATALOGUE_CHANGES("catalogue-changes", CatalogueChanged.class),

	INDEX_REBUILD_REQUESTS("index-rebuild-requests", IndexRebuildRequested.class),

	LIST_REFRESH_REQUESTS("list-refresh-requests", ListRefreshRequested.class),

	WEBHOOK_DELIVERIES("webhook-deliveries", WebhookDelivery.class);

	private final String queueName;

	private final Class<? extends QueueMessage> messageType;

	MessageQueue(String queueName, Class<? extends QueueMessage> messageType) {
		this.queueName = queueName;
		this.messageType = messageType;
	}

	/** The queue of a message. */
	public static MessageQueue of(QueueMessage message) {
		return of(message.getClass());
	}

	static MessageQueue of(Class<? extends QueueMessage> type) {
		for (MessageQueue queue : values()) {
			if (queue.messageType == type) {
				return queue;
			}
		}
		throw new IllegalArgumentException("No queue carries " + type.getSimpleName());
	}

	/** The name of the queue in the cloud. */
	public String queueName() {
		return this.queueName;
	}

}
