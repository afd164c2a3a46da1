package io.mokuroku.sync.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.catalogue.store.ProcessingLocks;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.Messages;
import io.mokuroku.message.WireFormat;
import io.mokuroku.job.RunState;
import io.mokuroku.sync.ServiceTest;
import io.mokuroku.sync.diff.Kind;
import io.mokuroku.sync.release.Gate;
import io.mokuroku.sync.release.GateFailure;
import io.mokuroku.sync.snapshot.BucketInFolder;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ServiceTest
class SyncCatalogueTests {

	private static final LocalEngines ENGINES = LocalEngines.start();

	@TempDir
	Path folder;

	@Autowired
	SyncCatalogue syncs;

	@Autowired
	S3Client bucket;

	@Autowired
	SourceLinks links;

	@Autowired
	ProcessingLocks locks;

	@Autowired
	PlannedChanges changes;

	@BeforeEach
	void emptyCatalogue() {
		ENGINES.reset();
	}

	@Test
	void importsEveryRecordAsADraft() throws Exception {
		SyncRun run = finished(request(release(records(60)), "first"));
		assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
		assertThat(run.counts()).isEqualTo(new Counts(60, 0, 0, 60, 60, 0, 3, 3, Map.of(Kind.NEW, 60)));
		assertThat(entries(Lifecycle.DRAFT)).hasSize(60);
		assertThat(this.links.find(SourceLink.ofKey("ANIDB#1059"))).isPresent();
	}

	@Test
	void asksForNothingTheSecondTime() throws Exception {
		String release = release(records(30));
		finished(request(release, "first"));
		SyncRun second = finished(request(release, "second"));
		assertThat(second.state()).isEqualTo(RunState.SUCCEEDED);
		assertThat(second.note()).startsWith("nothing new");
		assertThat(second.counts()).isEqualTo(Counts.NONE);
	}

	@Test
	void outlastsAnOutageOfTheStoreOfReleases() throws Exception {
		((BucketInFolder) this.bucket).failNext(2);
		SyncRun run = finished(request(release(records(5)), "first"));
		assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
		assertThat(run.counts().changes()).isEqualTo(Map.of(Kind.NEW, 5));
	}

	@Test
	void collapsesTheSameRequest() throws Exception {
		String release = release(records(5));
		SyncRun first = finished(request(release, "first"));
		assertThat(request(release, "first").id()).isEqualTo(first.id());
	}

	@Test
	void sendsTheMostUrgentToEnrichmentUnderTheirLock() throws Exception {
		List<String> records = new ArrayList<>(records(10));
		records.add(record("Airing", "https://myanimelist.net/anime/77").replace("FINISHED", "ONGOING"));
		finished(request(release(records), "first"));
		List<EnrichmentRequested> requests = Messages.receive(ENGINES, "enrichment-requests")
			.stream()
			.map((body) -> WireFormat.read(body, EnrichmentRequested.class))
			.toList();
		AnimeId airing = this.links.find(SourceLink.ofKey("MYANIMELIST#77")).orElseThrow();
		assertThat(requests).hasSize(3).extracting(EnrichmentRequested::animeId).contains(airing);
		assertThat(requests).allSatisfy((request) -> assertThat(this.locks.find(request.animeId())).map(Lock::owner)
			.contains(request.requestId()));
	}

	@Test
	void saysWhyAReleaseCannotBeApplied() throws Exception {
		SyncRun missing = finished(request(this.folder.resolve("nowhere").toString(), "missing"));
		assertThat(missing.state()).isEqualTo(RunState.FAILED);
		assertThat(missing.error()).contains("no readable file");
	}

	@Test
	void appliesNothingOfAReleaseThatDoesNotPassTheGatesUnlessForced() throws Exception {
		finished(request(release(records(60)), "first"));
		String half = release(records(30));
		SyncRun refused = finished(request(half, "half"));
		assertThat(refused.state()).as("%s", refused).isEqualTo(RunState.QUARANTINED);
		assertThat(refused.gateFailures()).extracting(GateFailure::gate).contains(Gate.RECORDS);
		assertThat(entries(Lifecycle.ORPHANED)).isEmpty();
		SyncRun forced = finished(
				this.syncs.request(new SyncRun.Order(half, "forced", "operator", false, "half of it was spam")));
		assertThat(forced.state()).isEqualTo(RunState.SUCCEEDED);
		assertThat(forced.gateFailures()).isNotEmpty();
		assertThat(entries(Lifecycle.ORPHANED)).hasSize(30);
	}

	@Test
	void endsADryRunWithItsPlan() throws Exception {
		SyncRun run = finished(
				this.syncs.request(new SyncRun.Order(release(records(60)), "dry", "operator", true, null)));
		assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
		assertThat(run.counts().planned()).isEqualTo(60);
		assertThat(run.counts().done()).isZero();
		assertThat(entries(Lifecycle.DRAFT)).isEmpty();
		PlannedChanges.Page page = this.changes.page(run, new PlannedChanges.Filter(Kind.NEW, null), 10, 20);
		assertThat(page.changes()).hasSize(20).first().extracting(PlannedChanges.Numbered::number).isEqualTo(11);
		assertThat(page.next()).isEqualTo(30);
		AnimeId id = page.changes().getLast().change().steps().getFirst().animeId();
		assertThat(this.changes.page(run, new PlannedChanges.Filter(null, id), 0, 20).changes()).hasSize(1);
	}

	private SyncRun request(String source, String requestId) {
		return this.syncs.request(new SyncRun.Order(source, requestId, "test", false, null));
	}

	private SyncRun finished(SyncRun run) {
		return await().atMost(Duration.ofSeconds(60))
			.until(() -> this.syncs.find(run.id()).orElseThrow(), (found) -> found.state().ended());
	}

	private String release(List<String> records) throws Exception {
		Path file = Files.createTempFile(this.folder, "release", ".jsonl");
		Files.writeString(file,
				"{\"lastUpdate\":\"2026-11-13\"}\n" + records.stream().collect(Collectors.joining("\n")),
				StandardCharsets.UTF_8);
		return file.toString();
	}

	private static List<AnimeEntry> entries(Lifecycle lifecycle) {
		List<AnimeEntry> entries = new ArrayList<>();
		Stores.scan(ENGINES.dynamo()).read(lifecycle, entries::addAll);
		return entries;
	}

	private static List<String> records(int count) {
		return IntStream.range(0, count)
			.mapToObj((number) -> record("Title " + number, "https://myanimelist.net/anime/" + (number + 1),
					"https://anidb.net/anime/" + (1000 + number)))
			.toList();
	}

	private static String record(String title, String... links) {
		return """
				{"sources":[%s],"title":"%s","type":"TV","episodes":12,"status":"FINISHED",\
				"animeSeason":{"season":"FALL","year":2006},"synonyms":[],"studios":[],"producers":[],\
				"relatedAnime":[],"tags":[]}""".formatted(
				IntStream.range(0, links.length).mapToObj((i) -> '"' + links[i] + '"').collect(Collectors.joining(",")),
				title);
	}

}
