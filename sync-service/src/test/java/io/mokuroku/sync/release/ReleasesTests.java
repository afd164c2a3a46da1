package io.mokuroku.sync.release;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import com.github.luben.zstd.Zstd;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.sync.dataset.DatasetLine;
import io.mokuroku.testing.LocalEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ReleasesTests {

	private static final LocalEngines ENGINES = LocalEngines.start();

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private static final String ASSET = "anime-offline-database.jsonl.zst";

	private static final String NEWEST = "/repos/owner/name/releases/latest";

	private static final String FILE = "/storage/download/2026-47/" + ASSET;

	private static final Census CENSUS = new Census(1, 0, Map.of(Provider.ANIDB, 1L), 1, 0, 0);

	private final FakeGitHub github = new FakeGitHub();

	private final BucketInMemory bucket = new BucketInMemory();

	private final ReleaseRows rows = new ReleaseRows(ENGINES.dynamo());

	private final Releases releases = releases(null);

	@TempDir
	Path folder;

	@BeforeEach
	void emptyCatalogue() {
		ENGINES.reset();
	}

	@AfterEach
	void stop() {
		this.github.close();
	}

	@Test
	void fetchesVerifiesAndKeepsTheNewestRelease() throws Exception {
		byte[] bytes = publish("2026-47", 7, "2026-11-20");
		Release release = fetched(this.releases.find("latest", false));
		assertThat(release.name()).isEqualTo("owner/name 2026-47");
		assertThat(release.sha256()).isEqualTo(sha256(bytes));
		assertThat(release.lastUpdate()).hasToString("2026-11-20");
		assertThat(release.asset()).extracting(Asset::id).isEqualTo(7L);
		assertThat(this.bucket.metadata.get("releases/" + release.sha256())).containsEntry("tag", "2026-47")
			.containsEntry("asset-id", "7")
			.containsEntry("sha256", release.sha256())
			.containsEntry("last-update", "2026-11-20")
			.containsEntry("licence", "ODbL");
		assertThat(this.bucket.objects.get("releases/" + release.sha256())).isEqualTo(bytes);
		try (Releases.Copy copy = this.releases.open(release)) {
			List<DatasetLine> lines = new ArrayList<>();
			copy.dataset().look((line) -> lines.add(line.read()));
			assertThat(lines).singleElement().isInstanceOf(DatasetLine.Parsed.class);
		}
		assertThat(this.releases.lastApplied()).isEmpty();
	}

	@Test
	void asksOnlyForWhatIsNewerOnceAReleaseIsApplied() throws Exception {
		publish("2026-47", 7, "2026-11-20");
		Release release = fetched(this.releases.find("latest", false));
		assertThat(fetched(this.releases.find("latest", false))).as("not applied yet").isEqualTo(release);
		this.releases.recordApplied(release, CENSUS);
		this.github.requests.clear();
		assertThat(this.releases.find("latest", false))
			.isEqualTo(new Finding.NothingNew(release, "the publisher says so"));
		assertThat(this.github.requests).containsExactly(NEWEST);
		assertThat(this.releases.lastApplied()).contains(new AppliedRelease(release, CENSUS, NOW));
		assertThat(Stores.datasets(ENGINES.dynamo()).findLast()).as("as others read it").hasValueSatisfying((last) -> {
			assertThat(last.name()).isEqualTo(release.name());
			assertThat(last.records()).isEqualTo(CENSUS.records());
			assertThat(last.appliedAt()).isEqualTo(NOW);
			assertThat(last.address()).isNotNull();
		});
		assertThat(fetched(this.releases.find("latest", true))).isEqualTo(release);
	}

	@Test
	void noticesAnAssetThatWasNotTouchedByItsDescription() throws Exception {
		publish("2026-47", 7, "2026-11-20");
		this.releases.recordApplied(fetched(this.releases.find("latest", false)), CENSUS);
		this.github.publish("2026-47", "notes.txt", 99, new byte[0], null);
		this.github.requests.clear();
		assertThat(nothingNew(this.releases.find("latest", false)).why()).isEqualTo("its file was not touched since");
		assertThat(this.github.requests).containsExactly(NEWEST);
		assertThat(nothingNew(this.releases.find("latest", false)).why()).as("the newer mark is kept")
			.isEqualTo("the publisher says so");
	}

	@Test
	void noticesTheSameBytesInAnotherAsset() throws Exception {
		publish("2026-47", 7, "2026-11-20");
		this.releases.recordApplied(fetched(this.releases.find("latest", false)), CENSUS);
		publish("2026-47", 8, "2026-11-20");
		Finding.NothingNew finding = nothingNew(this.releases.find("latest", false));
		assertThat(finding.why()).isEqualTo("its bytes are those applied last");
		assertThat(finding.last().asset()).extracting(Asset::id).isEqualTo(8L);
	}

	@Test
	void followsARollingReleaseThatIsOverwrittenInPlace() throws Exception {
		Releases rolling = releases("latest");
		publish("latest", 7, "2026-11-20");
		Release first = fetched(rolling.find("latest", false));
		rolling.recordApplied(first, CENSUS);
		publish("latest", 8, "2026-11-21");
		Release second = fetched(rolling.find("latest", false));
		assertThat(second.lastUpdate()).hasToString("2026-11-21");
		assertThat(second.sha256()).isNotEqualTo(first.sha256());
	}

	@Test
	void refusesAnOlderReleaseUnlessForced() throws Exception {
		publish("2026-47", 7, "2026-11-20");
		this.releases.recordApplied(fetched(this.releases.find("latest", false)), CENSUS);
		publish("2026-47", 8, "2026-11-06");
		assertThat(refusal(this.releases, "latest"))
			.hasMessageContaining("older than the one applied last, of 2026-11-20");
		assertThat(fetched(this.releases.find("latest", true)).lastUpdate()).hasToString("2026-11-06");
	}

	@Test
	void keepsNothingOfADownloadThatIsNotWhatWasPublished() throws Exception {
		byte[] bytes = publish("2026-47", 7, "2026-11-20");
		this.github.publish("2026-47", ASSET, 7, bytes, "0".repeat(64));
		assertThat(refusal(this.releases, "latest")).hasMessageContaining("instead of 000");
		this.github.publish("2026-47", ASSET, 7, bytes, sha256(bytes));
		this.github.misbehave(FILE, (exchange) -> {
			exchange.sendResponseHeaders(200, bytes.length);
			exchange.getResponseBody().write(bytes, 0, 20);
			exchange.getResponseBody().flush();
		});
		assertThat(refusal(this.releases, "latest")).hasMessageContaining("broke off");
		this.github.misbehave(FILE, (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(bytes, 0, 20);
		});
		assertThat(refusal(this.releases, "latest")).hasMessageContaining("has 20 bytes instead of " + bytes.length);
		assertThat(this.bucket.objects).isEmpty();
		assertThat(this.rows.find(sha256(bytes))).isEmpty();
		this.github.behave();
		assertThat(fetched(this.releases.find("latest", false)).sha256()).isEqualTo(sha256(bytes));
	}

	@Test
	void claimsNoCopyThatCouldNotBeStored() throws Exception {
		byte[] bytes = publish("2026-47", 7, "2026-11-20");
		this.bucket.fail(true);
		assertThatThrownBy(() -> this.releases.find("latest", false)).isInstanceOf(RetryableFailure.class)
			.hasMessageContaining("cannot be stored");
		assertThat(this.rows.find(sha256(bytes))).isEmpty();
		this.bucket.fail(false);
		assertThat(fetched(this.releases.find("latest", false)).sha256()).isEqualTo(sha256(bytes));
	}

	@Test
	void keepsAQuarantinedReleaseWithItsFailures() throws Exception {
		publish("2026-47", 7, "2026-11-20");
		Release release = fetched(this.releases.find("latest", false));
		List<GateFailure> failures = List.of(new GateFailure(Gate.RECORDS, null, 98, 1));
		this.releases.recordQuarantined(release, CENSUS, failures);
		KeptRelease kept = this.rows.find(release.sha256()).orElseThrow();
		assertThat(kept.state()).isEqualTo(KeptRelease.State.QUARANTINED);
		assertThat(kept.failures()).isEqualTo(failures);
		assertThat(this.releases.lastApplied()).isEmpty();
		assertThat(fetched(this.releases.find("latest", false))).as("it is judged anew").isEqualTo(release);
		assertThat(this.rows.find(release.sha256()).orElseThrow().failures()).isEqualTo(failures);
	}

	@Test
	void readsTheDeadEntriesThatBelongToARelease() throws Exception {
		publish("2026-47", 7, "2026-11-20");
		byte[] list = "{\"license\":{\"name\":\"x\"},\"deadEntries\":[\"12\",\"9\"]}".getBytes(StandardCharsets.UTF_8);
		this.github.publish("2026-47", "anidb-minified.json.zst", 8, Zstd.compress(list), null);
		this.github.publish("2026-47", "kitsu-minified.json", 9, list, null);
		this.github.publish("2026-47", "anilist-minified.json", 10, new byte[] { 'x' }, null);
		DeadLinks dead = this.releases.deadLinks(fetched(this.releases.find("latest", false)));
		assertThat(dead.size()).isEqualTo(4);
		assertThat(dead.contains(SourceLink.ofKey("ANIDB#9"))).isTrue();
		assertThat(dead.contains(SourceLink.ofKey("KITSU#12"))).isTrue();
		assertThat(dead.contains(SourceLink.ofKey("KITSU#hoshi"))).isFalse();
		assertThat(dead.contains(SourceLink.ofKey("ANIDB#10"))).isFalse();
		assertThat(dead.contains(SourceLink.ofKey("MYANIMELIST#9"))).isFalse();
	}

	@Test
	void takesReleasesFromAddressesAndFiles() throws Exception {
		byte[] bytes = release("2026-11-20");
		byte[] list = "{\"deadEntries\":[\"5\"]}".getBytes(StandardCharsets.UTF_8);
		this.github.put("/mine/release.jsonl.zst", bytes);
		this.github.put("/mine/anidb-minified.json", list);
		String address = this.github.address() + "/mine/release.jsonl.zst";
		Release release = fetched(this.releases.find(address, false));
		assertThat(release.name()).isEqualTo("release.jsonl.zst");
		assertThat(this.releases.deadLinks(release).contains(SourceLink.ofKey("ANIDB#5"))).isTrue();
		this.releases.recordApplied(release, CENSUS);
		assertThat(nothingNew(this.releases.find(address, false)).why()).isEqualTo("the server says so");
		Path file = Files.write(this.folder.resolve("release.jsonl.zst"), bytes);
		assertThat(nothingNew(this.releases.find(file.toString(), false)).why())
			.isEqualTo("its bytes are those applied last");
		Files.write(this.folder.resolve("kitsu-minified.json"), list);
		assertThat(this.releases.deadLinks(fetched(this.releases.find(file.toString(), true)))
			.contains(SourceLink.ofKey("KITSU#5"))).isTrue();
		Files.write(file, release("2026-10-01"));
		assertThat(refusal(this.releases, file.toString())).hasMessageContaining("older");
	}

	@Test
	void refusesWhatIsNoReleaseAtAll() throws Exception {
		Path file = Files.writeString(this.folder.resolve("page.html"), "<html>sorry</html>");
		assertThat(refusal(this.releases, file.toString())).hasMessageContaining("cannot be read");
		assertThat(this.bucket.objects).isEmpty();
	}

	@Test
	void readsReleasesOfRunsStoredEarlier() {
		String stored = "{\"name\":\"x\",\"sha256\":\"%s\",\"bytes\":3}".formatted("a".repeat(64));
		assertThat(JsonMapper.shared().readValue(stored, Release.class))
			.isEqualTo(new Release("x", "a".repeat(64), 3, null, null, null));
	}

	private byte[] publish(String tag, long id, String day) throws Exception {
		byte[] bytes = release(day);
		this.github.publish(tag, ASSET, id, bytes, (id % 2 == 0) ? null : sha256(bytes));
		return bytes;
	}

	private static byte[] release(String day) {
		String header = """
				{"license":{"name":"ODbL"},"repository":"https://example.org","lastUpdate":"%s"}""".formatted(day);
		String record = "{\"sources\":[\"https://anidb.net/anime/990002\"],\"title\":\"Yoake\"}";
		return Zstd.compress((header + "\n" + record).getBytes(StandardCharsets.UTF_8));
	}

	private Releases releases(@Nullable String tag) {
		ReleaseSettings settings = new ReleaseSettings("owner/name", this.github.address(), tag, null, ASSET, true,
				Duration.ofSeconds(2), DataSize.ofMegabytes(1), Duration.ofDays(28));
		Web web = new Web(new AddressGuard(settings.api(), true), null, settings.downloadTimeout(), () -> NOW);
		return new Releases(new ReleaseOrigin(settings, web), new ReleaseBucket(this.bucket, "mokuroku-releases"),
				this.rows, () -> NOW, settings.mostBytes().toBytes());
	}

	private static Release fetched(Finding finding) {
		assertThat(finding).isInstanceOf(Finding.Fetched.class);
		return ((Finding.Fetched) finding).release();
	}

	private static Finding.NothingNew nothingNew(Finding finding) {
		assertThat(finding).isInstanceOf(Finding.NothingNew.class);
		return (Finding.NothingNew) finding;
	}

	private static ReleaseUnavailable refusal(Releases releases, String source) {
		ReleaseUnavailable refusal = catchThrowableOfType(ReleaseUnavailable.class, () -> releases.find(source, false));
		assertThat(refusal).isNotNull();
		return refusal;
	}

	private static String sha256(byte[] bytes) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
	}

}
