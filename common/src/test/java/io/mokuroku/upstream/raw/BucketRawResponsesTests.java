package io.mokuroku.upstream.raw;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.mokuroku.upstream.shared.CacheKey;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class BucketRawResponsesTests {

	private static final CacheKey KEY = new CacheKey("jikan", "episodes", "42", 2);

	private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");

	private final BucketInMemory bucket = new BucketInMemory();

	private final List<String> outcomes = new CopyOnWriteArrayList<>();

	private final BucketRawResponses responses = new BucketRawResponses(this.bucket, "answers", this.outcomes::add);

	@Test
	void findsTheAnswerThatWasTheLastAtATime() {
		this.responses.keep(response(MORNING, "one"));
		this.responses.keep(response(MORNING.plusSeconds(60), "two"));
		this.responses.close();
		assertThat(this.outcomes).containsExactly("kept", "kept");
		assertThat(this.responses.find(KEY, MORNING.minusMillis(1))).isEmpty();
		assertThat(body(MORNING)).isEqualTo("one");
		assertThat(body(MORNING.plusSeconds(59))).isEqualTo("one");
		assertThat(body(MORNING.plusSeconds(60))).isEqualTo("two");
		assertThat(this.responses.find(new CacheKey("jikan", "episodes", "42", 1), MORNING)).isEmpty();
	}

	@Test
	void keepsAllThatIsNeededToReadAnAnswerAgain() {
		RawResponse response = response(MORNING, "星の手紙");
		this.responses.keep(response);
		this.responses.close();
		RawResponse found = this.responses.find(KEY, MORNING).orElseThrow();
		assertThat(found).usingRecursiveComparison().isEqualTo(response);
		assertThat(this.bucket.objects.keySet()).singleElement()
			.asString()
			.matches("jikan/episodes/42/2/20261122T060000000Z-[0-9a-f]{16}\\.zst");
	}

	@Test
	void noticesAnAnswerThatIsNotWhatCame() {
		this.responses.keep(response(MORNING, "one"));
		this.responses.keep(response(MORNING.plusSeconds(60), "two"));
		this.responses.close();
		List<String> names = List.copyOf(this.bucket.objects.keySet());
		BucketInMemory.Stored one = this.bucket.stored(names.getFirst());
		BucketInMemory.Stored two = this.bucket.stored(names.getLast());
		this.bucket.objects.put(names.getFirst(), new BucketInMemory.Stored(two.bytes(), one.about()));
		assertThatIllegalStateException().isThrownBy(() -> this.responses.find(KEY, MORNING));
	}

	@Test
	void namesAllThatWasAnsweredAboutAnId() {
		CacheKey slug = new CacheKey("jikan", "anime", "a/b:c", 1);
		List<CacheKey> kept = List.of(new CacheKey("jikan", "anime", "42", 1),
				new CacheKey("jikan", "episodes", "42", 2), new CacheKey("jikan", "episodes", "42", 10));
		kept.forEach((key) -> this.responses.keep(response(key, MORNING, "one")));
		this.responses.keep(response(kept.getLast(), MORNING.plusSeconds(60), "two"));
		this.responses.keep(response(slug, MORNING, "one"));
		this.responses.keep(response(new CacheKey("jikan", "episodes", "421", 3), MORNING, "another anime"));
		this.responses.keep(response(new CacheKey("kitsu", "episodes", "42", 4), MORNING, "another provider"));
		this.responses.close();
		assertThat(this.responses.about("jikan", "42")).isEqualTo(kept);
		assertThat(this.responses.about("jikan", "a/b:c")).containsExactly(slug);
		assertThat(this.responses.about("jikan", "7")).isEmpty();
	}

	@Test
	void countsAnAnswerItCannotKeep() {
		this.bucket.away = true;
		this.responses.keep(response(MORNING, "lost"));
		this.responses.close();
		assertThat(this.outcomes).containsExactly("failed");
	}

	private String body(Instant at) {
		return new String(this.responses.find(KEY, at).orElseThrow().body(), StandardCharsets.UTF_8);
	}

	private static RawResponse response(Instant fetchedAt, String body) {
		return response(KEY, fetchedAt, body);
	}

	private static RawResponse response(CacheKey key, Instant fetchedAt, String body) {
		return new RawResponse(key, URI.create("https://example.org/anime/42/episodes?page=2"), fetchedAt, "\"v1\"",
				"application/json", body.getBytes(StandardCharsets.UTF_8));
	}

}
