package io.mokuroku.enrichment.image;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.workflow.PayloadSchemas;
import io.mokuroku.enrichment.workflow.TokensInMemory;
import io.mokuroku.message.ImagesRequested;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.testing.LocalEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class CopyImagesTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final AnimeId ID = Works.aDraft().id();

	/** The SHA-256 of the picture. */
	private static final String KEY = "images/02a3e298f1533f62558c58e4c70edcab9af5a50d62d925fd5390942020fb0fb8.png";

	private final PictureServer web = new PictureServer();

	private final BucketInMemory bucket = new BucketInMemory();

	private final TokensInMemory tokens = new TokensInMemory();

	private final CopyImages copyImages = new CopyImages(
			new ImageDownload(RestClient.builder(),
					new ImageSettings("pictures", true, DataSize.ofKilobytes(1), Duration.ofSeconds(2),
							Duration.ofSeconds(5), 1)),
			new ImageBucket(this.bucket, "pictures"), new CopiedImages(LocalEngines.start().dynamo()), this.tokens,
			PayloadSchemas.load(), InstantSource.fixed(NOW));

	@BeforeEach
	void emptyStore() {
		LocalEngines.start().reset();
	}

	@AfterEach
	void stop() {
		this.web.close();
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
