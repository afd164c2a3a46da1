package io.mokuroku.message;

/**
 * What travels between services. Each record belongs to one queue, see
 * {@link MessageQueue}; its JSON is a contract that a golden file pins down. Messages may
 * arrive twice, late or out of order.
 */
public sealed interface QueueMessage permits SyncRequested, SnapshotRequested, EnrichmentRequested, EnrichmentTask,
		ImagesRequested, ReviewRequested, HumanLoopChanged, ScheduleRequested, EpisodeAired, CatalogueChanged,
		IndexRebuildRequested, ListRefreshRequested, WebhookDelivery {

}
