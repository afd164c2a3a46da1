package io.mokuroku.sync.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.Messages;
import io.mokuroku.message.WireFormat;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "mokuroku.sync.local-files=true", "mokuroku.sync.enrichments-per-run=3" })
class SyncCatalogueTests {

	private static final LocalEngines ENGINES = LocalEngines.start();

	@TempDir
	Path folder;

	@Autowired
	SyncCatalogue syncs;

	@Autowired
	S3Client bucket;

	@Autowired
	AnimeStore store;

	@Autowired
	SourceLinks links;

	@BeforeEach
	void emptyCatalogue() {
		ENGINES.reset();
	}

	@Test
	void importsEveryRecordAsADraft() throws Exception {
		SyncRun run = finished(this.syncs.request(release(records(60)), "first"));
		assertThat(run.state()).isEqualTo(SyncRun.State.SUCCEEDED);
		assertThat(run.counts()).isEqualTo(new Counts(60, 60, 60, 0, 0, 0, 0, 3));
		assertThat(this.store.inLifecycle(Lifecycle.DRAFT, 100)).hasSize(60);
		assertThat(this.links.find(SourceLink.ofKey("ANIDB#1059"))).isPresent();
	}

	@Test
	void changesNothingTheSecondTime() throws Exception {
		String release = release(records(30));
		finished(this.syncs.request(release, "first"));
		assertThat(finished(this.syncs.request(release, "second")).counts())
			.isEqualTo(new Counts(30, 30, 0, 0, 30, 0, 0, 3));
	}

	@Test
	void collapsesTheSameRequest() throws Exception {
		String release = release(records(5));
		SyncRun first = finished(this.syncs.request(release, "first"));
		assertThat(this.syncs.request(release, "first").id()).isEqualTo(first.id());
	}

	@Test
	void countsDoublesWithinOneRelease() throws Exception {
		List<String> records = new java.util.ArrayList<>(records(20));
		records.add(record("Twin", "https://myanimelist.net/anime/3", "https://anidb.net/anime/9003"));
		records.add(record("Bridge", "https://myanimelist.net/anime/4", "https://myanimelist.net/anime/5"));
		Counts counts = finished(this.syncs.request(release(records), "first")).counts();
		assertThat(counts.done()).isEqualTo(22);
		assertThat(counts.added()).isEqualTo(20);
		assertThat(counts.contested()).isEqualTo(1);
		assertThat(counts.changed()).isEqualTo(1);
	}

	@Test
	void sendsTheMostUrgentToEnrichment() throws Exception {
		List<String> records = new java.util.ArrayList<>(records(10));
		records.add(record("Airing", "https://myanimelist.net/anime/77").replace("FINISHED", "ONGOING"));
		finished(this.syncs.request(release(records), "first"));
		List<EnrichmentRequested> requests = Messages.receive(ENGINES, "enrichment-requests")
			.stream()
			.map((body) -> WireFormat.read(body, EnrichmentRequested.class))
			.toList();
		assertThat(requests).hasSize(3)
			.extracting(EnrichmentRequested::animeId)
			.contains(this.links.find(SourceLink.ofKey("MYANIMELIST#77")).orElseThrow());
	}

	@Test
	void saysWhyAReleaseCannotBeApplied() throws Exception {
		SyncRun missing = finished(this.syncs.request(this.folder.resolve("nowhere").toString(), "missing"));
		assertThat(missing.state()).isEqualTo(SyncRun.State.FAILED);
		assertThat(missing.error()).contains("no readable file");
		SyncRun broken = finished(this.syncs.request(release(List.of("{broken")), "broken"));
		assertThat(broken.error()).isEqualTo("1 of 1 lines of the release hold no record");
		assertThat(this.store.inLifecycle(Lifecycle.DRAFT, 1)).isEmpty();
	}

	@Test
	void outlastsAnOutageOfTheStoreOfReleases() throws Exception {
		((BucketInMemory) this.bucket).failNext(2);
		SyncRun run = finished(this.syncs.request(release(records(5)), "first"));
		assertThat(run.state()).isEqualTo(SyncRun.State.SUCCEEDED);
		assertThat(run.counts().added()).isEqualTo(5);
	}

	@Test
	void resumesARunThatWasInterrupted() throws Exception {
		SyncRun whole = finished(this.syncs.request(release(records(40)), "first"));
		Counts half = new Counts(40, 17, 17, 0, 0, 0, 0, 0);
		SyncRun interrupted = new SyncRun(whole.id() + "-again", whole.source(), "again", SyncRun.State.RUNNING,
				whole.release(), half, whole.startedAt(), whole.updatedAt(), null);
		this.syncs.stop();
		new SyncRuns(ENGINES.dynamo()).put(interrupted);
		this.syncs.start();
		SyncRun resumed = finished(interrupted);
		assertThat(resumed.counts()).isEqualTo(new Counts(40, 40, 17, 0, 23, 0, 0, 3));
	}

	@Test
	void resumesOverRecordsThatShareALink() throws Exception {
		String release = release(
				List.of(record("Twin", "https://myanimelist.net/anime/3", "https://anidb.net/anime/9003"),
						record("Twin", "https://myanimelist.net/anime/3", "https://kitsu.app/anime/77")));
		finished(this.syncs.request(release, "first"));
		assertThat(finished(this.syncs.request(release, "second")).state()).isEqualTo(SyncRun.State.SUCCEEDED);
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

	@TestConfiguration(proxyBeanMethods = false)
	static class ReleasesInMemory {

		@Bean
		@Primary
		S3Client bucketInMemory() {
			return new BucketInMemory();
		}

	}

}
