package io.mokuroku.sync.release;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import io.mokuroku.digest.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Whom we ask for releases, what we tell them, and what we believe.
 */
class ReleaseOriginTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private static final String ASSET = "anime-offline-database.jsonl.zst";

	private static final String NEWEST = "/repos/owner/name/releases/latest";

	private static final String FILE = "/storage/download/2026-47/" + ASSET;

	private static final byte[] BYTES = "what a release holds".getBytes(StandardCharsets.UTF_8);

	private final FakeGitHub github = new FakeGitHub();

	private final ReleaseOrigin origin = origin(true);

	@TempDir
	private Path folder;

	@AfterEach
	void stop() {
		this.github.close();
	}

	@Test
	void saysUntilWhenTheLimitIsUsedUp() {
		this.github.misbehave(NEWEST,
				FakeGitHub.Misbehaviour.status(403, "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1795345200"));
		assertThat(refusal(this.origin, "latest"))
			.hasMessageEndingWith("refuses to answer (403) until " + Instant.ofEpochSecond(1795345200));
		this.github.misbehave(NEWEST, FakeGitHub.Misbehaviour.status(429, "Retry-After", "90"));
		assertThat(refusal(this.origin, "latest")).hasMessageEndingWith(" until " + NOW.plusSeconds(90));
		this.github.misbehave(NEWEST,
				FakeGitHub.Misbehaviour.status(429, "Retry-After", "Sun, 22 Nov 2026 11:00:00 GMT"));
		assertThat(refusal(this.origin, "latest")).hasMessageEndingWith(" until " + NOW.plusSeconds(3600));
	}

	@Test
	void tellsWhyThereIsNone() {
		assertThat(refusal(this.origin, "latest")).hasMessageContaining("has nothing at " + NEWEST);
		this.github.misbehave(NEWEST, FakeGitHub.Misbehaviour.status(502));
		assertThat(refusal(this.origin, "latest")).hasMessageEndingWith("answered 502");
		this.github.misbehave(NEWEST, FakeGitHub.Misbehaviour.status(401));
		assertThat(refusal(this.origin, "latest")).hasMessageEndingWith("does not accept our token");
		this.github.misbehave(NEWEST, FakeGitHub.Misbehaviour.status(302, "Location", NEWEST));
		assertThat(refusal(this.origin, "latest")).hasMessageContaining("sends us on and on");
		this.github.behave();
		this.github.publish("2026-47", "another.json", 1, new byte[1], null);
		assertThat(refusal(this.origin, "latest")).hasMessageContaining("has no file " + ASSET);
	}

	@Test
	void givesUpOnADownloadThatStalls() {
		Semaphore stalled = new Semaphore(0);
		publish();
		this.github.misbehave(FILE, (exchange) -> {
			exchange.sendResponseHeaders(200, BYTES.length);
			exchange.getResponseBody().write(BYTES, 0, 5);
			exchange.getResponseBody().flush();
			stalled.acquireUninterruptibly();
		});
		assertThat(refusal(this.origin, "latest")).hasMessageContaining("took longer than PT2S");
		stalled.release();
	}

	@Test
	void staysOnThePublicWebUnlessAllowedOtherwise() throws Exception {
		ReleaseOrigin guarded = origin(false);
		publish();
		assertThat(look(guarded, "latest")).as("the configured API is trusted").isInstanceOf(Look.Taken.class);
		this.github.misbehave(FILE, FakeGitHub.Misbehaviour.status(302, "Location", "http://169.254.169.254/latest"));
		assertThat(refusal(guarded, "latest")).hasMessageContaining("not on the public web");
		assertThat(refusal(guarded, "http://[::1]:9/x")).hasMessageContaining("not on the public web");
		assertThat(refusal(guarded, "http://u:p@example.org/x")).hasMessageContaining("Not a plain web address");
		assertThat(refusal(guarded, "/etc/hostname")).hasMessageContaining("takes no releases from files");
		assertThat(refusal(guarded, "file:///etc/hostname")).hasMessageContaining("takes no releases from files");
	}

	@Test
	void connectsToTheAddressThatWasChecked() throws Exception {
		this.github.put("/mine/release.jsonl.zst", BYTES);
		InetAddress checked = InetAddress.ofLiteral("127.0.0.1");
		InetAddress later = InetAddress.ofLiteral("127.0.0.9");
		AtomicInteger asked = new AtomicInteger();
		ReleaseOrigin rebound = origin(settings(false), new AddressGuard(URI.create("http://api.test"),
				(host) -> new InetAddress[] { (asked.getAndIncrement() == 0) ? checked : later }, checked::equals));
		String address = "http://elsewhere.test:%d/mine/release.jsonl.zst".formatted(this.github.address().getPort());
		assertThat(look(rebound, address)).isInstanceOfSatisfying(Look.Taken.class,
				(taken) -> assertThat(taken.download().sha256()).isEqualTo(Sha256.hex(BYTES)));
		assertThat(refusal(rebound, address)).hasMessageContaining("not on the public web");
	}

	@Test
	void givesItsTokenToTheApiAlone() throws Exception {
		publish();
		try (FakeGitHub storage = new FakeGitHub()) {
			storage.put("/elsewhere", BYTES);
			this.github.misbehave(FILE,
					FakeGitHub.Misbehaviour.status(302, "Location", storage.address() + "/elsewhere"));
			assertThat(look(this.origin, "latest")).isInstanceOf(Look.Taken.class);
			assertThat(this.github.authorizations).containsEntry(NEWEST, "Bearer secret-token");
			assertThat(storage.requests).contains("/elsewhere");
			assertThat(storage.authorizations).isEmpty();
		}
		assertThat(settings(true).toString()).doesNotContain("secret-token");
	}

	@Test
	void readsNoFileOfThisMachineThatAPublisherNames() throws Exception {
		Path list = Files.writeString(this.folder.resolve("list.json"), "{}");
		for (URI address : new URI[] { list.toUri(), URI.create("list.json") }) {
			assertThatExceptionOfType(ReleaseUnavailable.class)
				.isThrownBy(() -> origin(false).fetch(address, this.folder.resolve("target")))
				.withMessageContaining("Not a plain web address");
		}
		this.origin.fetch(list.toUri(), this.folder.resolve("target"));
		assertThat(this.folder.resolve("target")).hasSameTextualContentAs(list);
	}

	@Test
	void takesNothingNewForNoAnswerToAnotherQuestion() {
		this.github.misbehave("/release", FakeGitHub.Misbehaviour.status(304));
		assertThat(refusal(this.origin, this.github.address() + "/release")).hasMessageContaining("answered 304");
	}

	private void publish() {
		this.github.publish("2026-47", ASSET, 7, BYTES, Sha256.hex(BYTES));
	}

	private Look look(ReleaseOrigin asked, String source) throws ReleaseUnavailable {
		return asked.look(source, null, this.folder.resolve("target"));
	}

	private ReleaseUnavailable refusal(ReleaseOrigin asked, String source) {
		return Objects.requireNonNull(catchThrowableOfType(ReleaseUnavailable.class, () -> look(asked, source)));
	}

	private ReleaseOrigin origin(boolean local) {
		ReleaseSettings settings = settings(local);
		return origin(settings, new AddressGuard(settings.api(), local));
	}

	private static ReleaseOrigin origin(ReleaseSettings settings, AddressGuard guard) {
		return new ReleaseOrigin(settings, new Web(guard, settings.token(), settings.downloadTimeout(), () -> NOW));
	}

	private ReleaseSettings settings(boolean local) {
		return new ReleaseSettings("owner/name", this.github.address(), null, "secret-token", ASSET, local,
				Duration.ofSeconds(2), DataSize.ofMegabytes(1), Duration.ofDays(28));
	}

}
