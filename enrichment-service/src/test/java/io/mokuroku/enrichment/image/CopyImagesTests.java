package io.mokuroku.enrichment.image;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.workflow.PayloadSchemas;
import io.mokuroku.enrichment.workflow.TokensInMemory;
import io.mokuroku.message.ImagesRequested;
import io.mokuroku.message.Messages;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.WireFormat;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class CopyImagesTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final AnimeId ID = Works.aDraft().id();

	/** The SHA-256 of the picture. */
	private static final String KEY = "images/1365029f2d10d4f38b478c2e227c28144e96b7ec2b72be74d61c833f7e6a84b6.png";

	private final PictureServer web = new PictureServer();

	private final BucketInMemory bucket = new BucketInMemory();

	private final TokensInMemory tokens = new TokensInMemory();

	private final ImageSettings settings = new ImageSettings("pictures", true, List.of(), DataSize.ofKilobytes(1), 100,
			5_000, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofDays(7), 1);

	private final ImageDownload download = new ImageDownload(this.settings);

	private final Stores stores = Stores.on(LocalEngines.start(), InstantSource.fixed(NOW));

	private final ShowCopies shown = new ShowCopies(this.stores.anime(), Traces.none(), InstantSource.fixed(NOW));

	private final CopyImages copyImages = new CopyImages(this.download, new ImageBucket(this.bucket, "pictures"),
			new CopiedImages(LocalEngines.start().dynamo()), this.shown, this.tokens, PayloadSchemas.load(),
			Messages.sender(LocalEngines.start()), this.settings, InstantSource.fixed(NOW));

	@BeforeEach
	void emptyStore() {
		LocalEngines.start().reset();
	}

	@AfterEach
	void stop() {
		this.web.close();
		this.download.close();
	}

	@Test
	void copiesAPictureAndSaysWhereTo() {
		URI address = this.web.serve("/1.png", Pictures.PNG);
		copy("token-1", address);
		assertThat(this.bucket.objects()).containsOnlyKeys(KEY).containsEntry(KEY, Pictures.PNG);
		assertThat(this.tokens.answers()).containsExactly(
				"token-1 succeeded {\"images\":[{\"url\":\"%s\",\"key\":\"%s\"}]}".formatted(address, KEY));
	}

	@Test
	void fetchesAnAddressOnce() {
		URI address = this.web.serve("/1.png", Pictures.PNG);
		copy("token-1", address);
		copy("token-2", address);
		assertThat(this.web.requests()).isOne();
		assertThat(this.tokens.answers()).hasSize(2).allSatisfy((answer) -> assertThat(answer).contains(KEY));
	}

	@Test
	void keepsAContentOnceWhateverItsAddress() {
		copy("token-1", this.web.serve("/1.png", Pictures.PNG), this.web.serve("/2.jpg", Pictures.PNG));
		assertThat(this.bucket.objects()).containsOnlyKeys(KEY);
		assertThat(this.tokens.answers().getFirst()).contains("/1.png", "/2.jpg");
	}

	@Test
	void leavesOutWhatCannotBeCopied() {
		URI good = this.web.serve("/1.png", Pictures.PNG);
		copy("token-1", this.web.address("/none.png"), this.web.serve("/page.png", new byte[] { '<', 'h' }), good);
		assertThat(this.bucket.objects()).containsOnlyKeys(KEY);
		assertThat(this.tokens.answers())
			.containsExactly("token-1 succeeded {\"images\":[{\"url\":\"%s\",\"key\":\"%s\"}]}".formatted(good, KEY));
	}

	@Test
	void triesAgainWhatWasLeftOut() {
		URI address = this.web.address("/1.png");
		copy("token-1", address);
		this.web.serve("/1.png", Pictures.PNG);
		copy("token-2", address);
		assertThat(this.tokens.answers().get(1)).contains(KEY);
	}

	@Test
	void refusesWhatWouldNeedTooMuchRoomUnpacked() {
		copy("token-1", this.web.serve("/1.png", Pictures.png(50_000, 50_000)),
				this.web.serve("/2.png", Pictures.png(101, 1)), this.web.serve("/3.png", Pictures.png(100, 51)),
				this.web.serve("/4.png", Pictures.png(0, 1)), this.web.serve("/5.png", Pictures.png(100, 50)));
		assertThat(this.bucket.objects()).hasSize(1);
		assertThat(this.tokens.answers().getFirst()).contains("/5.png").doesNotContain("/3.png");
	}

	@Test
	void takesTheSameAddressWithAnotherQueryForTheSamePicture() {
		URI address = this.web.serve("/1.png", Pictures.PNG);
		copy(null, URI.create(address + "?s=1"));
		copy(null, URI.create(address + "?s=2"), address);
		assertThat(this.web.requests()).isOne();
	}

	@Test
	void keepsThePictureOfThreeCallersOnce() throws Exception {
		URI address = this.web.serve("/1.png", Pictures.PNG);
		List<Callable<Void>> callers = Stream.of("workflow", null, null).<Callable<Void>>map((token) -> () -> {
			copy(token, address);
			return null;
		}).toList();
		try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
			for (Future<Void> caller : pool.invokeAll(callers)) {
				caller.get();
			}
		}
		assertThat(this.bucket.objects()).containsOnlyKeys(KEY);
		assertThat(this.tokens.answers()).singleElement().asString().contains(KEY);
		int requests = this.web.requests();
		copy("later", address);
		assertThat(this.web.requests()).isEqualTo(requests);
	}

	@Test
	void asksOnceMoreForWhatTheWorkflowDoesNotWaitFor() {
		URI good = this.web.serve("/1.png", Pictures.PNG);
		URI busy = this.web.fail("/2.png", 503);
		copy("token-1", busy, good, this.web.fail("/3.png", 404));
		assertThat(this.tokens.answers()).singleElement().asString().contains("succeeded", "/1.png");
		assertThat(Messages.receive(LocalEngines.start(), "image-requests"))
			.map((body) -> WireFormat.read(body, ImagesRequested.class))
			.containsExactly(new ImagesRequested(ID, List.of(busy), null));
	}

	@Test
	void failsWithEverythingOneMustKnowWhereNobodyWaits() {
		URI busy = this.web.fail("/2.png", 503);
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> copy(null, busy, this.web.serve("/1.png", Pictures.PNG)))
			.withMessage("1 of 2 images of %s cannot be had, worth trying after 2026-11-29T12:00:00Z: {%s=status 503}",
					ID, busy);
		assertThat(this.bucket.objects()).containsOnlyKeys(KEY);
		this.web.serve("/2.png", Pictures.PNG);
		copy(null, busy);
	}

	@Test
	void copiesNothingWhenNobodyWaits() {
		this.tokens.lose("token-1");
		copy("token-1", this.web.serve("/1.png", Pictures.PNG));
		assertThat(this.web.requests()).isZero();
		assertThat(this.bucket.objects()).isEmpty();
	}

	@Test
	void copiesForThoseWhoDoNotWait() {
		copy(null, this.web.serve("/1.png", Pictures.PNG));
		assertThat(this.bucket.objects()).containsOnlyKeys(KEY);
		assertThat(this.tokens.answers()).isEmpty();
	}

	@Test
	void anEntryShowsTheCopyThatNoWorkflowWaitsFor() {
		URI address = this.web.serve("/1.png", Pictures.PNG);
		this.stores.anime()
			.add(List.of(Works.aDraft().with((change) -> change.artwork = new Artwork(address, null, null))));
		copy("token-1", address);
		assertThat(this.stores.anime().find(ID).orElseThrow().artwork().storedKey()).isNull();
		copy(null, address);
		AnimeEntry entry = this.stores.anime().find(ID).orElseThrow();
		assertThat(entry.artwork().storedKey()).isEqualTo(KEY);
		copy(null, address);
		assertThat(this.stores.anime().find(ID)).contains(entry);
	}

	@Test
	void comesBackWhenTheBucketIsDown() {
		this.bucket.refuse(503);
		URI address = this.web.serve("/1.png", Pictures.PNG);
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> copy("token-1", address));
		assertThat(this.tokens.answers()).isEmpty();
	}

	private void copy(@Nullable String token, URI... addresses) {
		this.copyImages.handle(new ImagesRequested(ID, List.of(addresses), token));
	}

}
