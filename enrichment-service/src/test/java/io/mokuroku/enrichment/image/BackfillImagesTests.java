package io.mokuroku.enrichment.image;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.workflow.PayloadSchemas;
import io.mokuroku.enrichment.workflow.TokensInMemory;
import io.mokuroku.message.ImagesRequested;
import io.mokuroku.message.Messages;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.message.WireFormat;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of a picture that cannot be had: it ends on the dead-letter queue, and is
 * asked for again a week later.
 */
class BackfillImagesTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final Duration RETRY_AFTER = Duration.ofDays(7);

	private final LocalEngines engines = LocalEngines.start();

	private final CopiedImages copied = new CopiedImages(this.engines.dynamo());

	private final Stores stores = Stores.on(this.engines, InstantSource.fixed(NOW));

	private final PictureServer web = new PictureServer();

	private final BucketInMemory bucket = new BucketInMemory();

	@BeforeEach
	void empty() {
		this.engines.reset();
	}

	@AfterEach
	void stop() {
		this.web.close();
	}

	@Test
	void asksForThePicturesPublishedEntriesLack() {
		AnimeEntry lacking = published("MYANIMELIST#1", this.web.address("/1.png"), null);
		published("MYANIMELIST#2", this.web.address("/2.png"), "images/2.png");
		published("MYANIMELIST#3", null, null);
		AnimeEntry draft = entry("MYANIMELIST#4", this.web.address("/4.png"), null, Lifecycle.DRAFT);
		assertThat(backfill(NOW, 10)).isEqualTo(new BackfillImages.Backfill(1, 0, 0));
		assertThat(requests()).extracting(ImagesRequested::animeId)
			.containsExactly(lacking.id())
			.doesNotContain(draft.id());
	}

	@Test
	void leavesWhatIsTooMuchForAnotherTime() {
		for (int i = 1; i <= 3; i++) {
			published("MYANIMELIST#" + i, this.web.address("/" + i + ".png"), null);
		}
		assertThat(backfill(NOW, 2)).isEqualTo(new BackfillImages.Backfill(2, 0, 1));
		assertThat(requests()).hasSize(2);
	}

	@Test
	void whatCannotBeHadLiesWithTheDeadLettersAndIsHadOnceItsTimeHasCome() {
		URI address = this.web.fail("/1.png", 503);
		AnimeId id = published("MYANIMELIST#1", address, null).id();
		assertThat(backfill(NOW, 10).asked()).isOne();
		try (ImageDownload download = new ImageDownload(settings());
				QueueListeners listeners = Messages.listeners(this.engines, 2)) {
			SqsMessageListenerContainer<String> container = listeners.listen(ImagesRequested.class, 1,
					copyImages(download));
			container.start();
			try {
				assertDeadLetter(id, address);
				assertThat(this.web.requests()).as("attempts").isEqualTo(2);
				Instant early = NOW.plus(RETRY_AFTER).minusSeconds(1);
				assertThat(backfill(early, 10)).isEqualTo(new BackfillImages.Backfill(0, 1, 0));
				this.web.serve("/1.png", Pictures.PNG);
				assertThat(backfill(NOW.plus(RETRY_AFTER), 10)).isEqualTo(new BackfillImages.Backfill(1, 0, 0));
				await().atMost(Duration.ofSeconds(20))
					.until(() -> this.stores.anime().find(id).orElseThrow().artwork().storedKey() != null);
			}
			finally {
				container.stop();
			}
		}
		assertThat(this.bucket.objects()).hasSize(1);
		assertThat(backfill(NOW.plus(RETRY_AFTER), 10)).isEqualTo(new BackfillImages.Backfill(0, 0, 0));
	}

	private void assertDeadLetter(AnimeId id, URI address) {
		Message letter = await().atMost(Duration.ofSeconds(20))
			.until(() -> Messages.take(this.engines, "image-requests-dlq", Duration.ofSeconds(1)),
					(letters) -> !letters.isEmpty())
			.getFirst();
		assertThat(WireFormat.read(letter.body(), ImagesRequested.class))
			.isEqualTo(new ImagesRequested(id, List.of(address), null));
		assertThat(attribute(letter, QueueListeners.FAILURE_CODE)).isEqualTo("attempts_exhausted");
		assertThat(attribute(letter, QueueListeners.FAILURE_REASON)).contains(id.toString(), address.toString(),
				"status 503", NOW.plus(RETRY_AFTER).toString());
	}

	private static String attribute(Message letter, String name) {
		return Objects.requireNonNull(letter.messageAttributes().get(name), name).stringValue();
	}

	private BackfillImages.Backfill backfill(Instant now, int most) {
		return new BackfillImages(Stores.scan(this.engines.dynamo()), this.copied, Messages.sender(this.engines),
				InstantSource.fixed(now))
			.ask(most);
	}

	private List<ImagesRequested> requests() {
		return Messages.receive(this.engines, "image-requests")
			.stream()
			.map((body) -> WireFormat.read(body, ImagesRequested.class))
			.toList();
	}

	private AnimeEntry published(String link, @Nullable URI picture, @Nullable String copy) {
		return entry(link, picture, copy, Lifecycle.ACTIVE);
	}

	private AnimeEntry entry(String link, @Nullable URI picture, @Nullable String copy, Lifecycle lifecycle) {
		AnimeEntry entry = Entries.aDraft("Hoshi no Tegami", link).with((change) -> {
			change.artwork = new Artwork(picture, null, copy);
			change.lifecycle = lifecycle;
		});
		this.stores.anime().add(List.of(entry));
		return entry;
	}

	private CopyImages copyImages(ImageDownload download) {
		return new CopyImages(download, new ImageBucket(this.bucket, "pictures"), this.copied,
				new ShowCopies(this.stores.anime(), Traces.none(), InstantSource.fixed(NOW)), new TokensInMemory(),
				PayloadSchemas.load(), Messages.sender(this.engines), settings(), InstantSource.fixed(NOW));
	}

	private static ImageSettings settings() {
		return new ImageSettings("pictures", true, List.of(), DataSize.ofKilobytes(1), 100, 5_000,
				Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5), RETRY_AFTER, 1);
	}

}
