package io.mokuroku.sync.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.job.JobSettings;
import io.mokuroku.job.Jobs;
import io.mokuroku.job.RunQueue;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.Messages;
import io.mokuroku.sync.release.LocalReleases;
import io.mokuroku.sync.release.Releases;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * One instance of the service without its container: what it needs to take a run to its
 * end, on any database client. Several of them on one database are several instances.
 */
final class SyncHouse {

	static final Duration LEASE = Duration.ofSeconds(30);

	private static final String BUCKET = "mokuroku-releases";

	final AnimeStore store;

	final RunQueue<SyncRun> runs;

	final SyncCatalogue syncs;

	final PlanFiles files;

	final CompareRelease comparing;

	SyncHouse(LocalEngines engines, DynamoDbClient dynamo, S3Client bucket, InstantSource clock, int wishes) {
		this(engines, dynamo, bucket, LocalReleases.in(bucket, dynamo, clock), clock, wishes);
	}

	SyncHouse(LocalEngines engines, DynamoDbClient dynamo, S3Client bucket, Releases releases, InstantSource clock,
			int wishes) {
		MessageSender sender = Messages.sender(engines);
		TraceContexts traces = Traces.none();
		this.store = Stores.entries(dynamo, sender, clock);
		this.files = new PlanFiles(bucket, BUCKET);
		this.comparing = new CompareRelease(this.store, this.files, new IndexFiles(bucket, BUCKET), 4, wishes);
		ApplyPlan applying = new ApplyPlan(this.files,
				new ApplyChanges(this.store, Stores.parts(dynamo), traces, clock), traces, clock, 2);
		RequestEnrichment requesting = new RequestEnrichment(this.store, Stores.locks(dynamo, clock), sender, () -> 0,
				traces, clock, new RequestEnrichment.Limits(1000, Duration.ofSeconds(1), Duration.ofMillis(5)));
		RunRelease work = new RunRelease(releases, this.comparing, applying, requesting, this.files, clock);
		JobSettings settings = new JobSettings(LEASE, Duration.ZERO, Duration.ofSeconds(5));
		this.runs = new Jobs(dynamo, clock, RandomGenerator.of("L64X128MixRandom"), settings).queue("house-run",
				SyncRun.class, Jobs.Turns.untilDone("house"), work);
		this.syncs = new SyncCatalogue(this.runs);
	}

	/** Asks for a run of a file. */
	SyncRun ask(Path file, @Nullable String forceReason) {
		return this.syncs
			.request(new SyncRun.Order(file.toString(), UUID.randomUUID().toString(), "test", false, forceReason));
	}

	/** Takes a run of a file to its end. */
	SyncRun sync(Path file) throws InterruptedException {
		return finish(ask(file, "test"));
	}

	/** Takes a run to its end. */
	SyncRun finish(SyncRun run) throws InterruptedException {
		boolean worked;
		do {
			worked = this.runs.workOnce();
		}
		while (worked);
		return this.syncs.find(run.id()).orElseThrow();
	}

	/** What a run has planned. */
	List<PlannedChanges.Numbered> changes(SyncRun run) {
		return new PlannedChanges(this.files).page(run, new PlannedChanges.Filter(null, null), 0, Integer.MAX_VALUE)
			.changes();
	}

}
