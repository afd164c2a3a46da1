package io.mokuroku.search.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.WebhookDelivery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class DeliverEventTests {

	private static final Instant HAPPENED = Instant.parse("2026-11-27T12:00:00Z");

	private final Receiver receiver = new Receiver();

	private final InMemory webhooks = new InMemory();

	private final Webhook webhook = new Webhook(UUID.randomUUID(), "alice", this.receiver.url(),
			"whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=", false, HAPPENED, 1, null, null, List.of());

	private Instant now = HAPPENED;

	private final WebhookSettings settings = settings(true);

	private final DeliverEvent deliver = new DeliverEvent(this.webhooks, new PostEvent(this.settings, () -> this.now),
			this.settings, () -> this.now);

	@AfterEach
	void stop() {
		this.receiver.close();
	}

	@Test
	void signsIdTimeAndBody() {
		this.webhooks.add(this.webhook, 1);
		this.deliver.handle(event());
		assertThat(this.receiver.received()).singleElement().satisfies((request) -> {
			assertThat(request.body()).isEqualTo("{\"a\":1}");
			assertThat(request.header("webhook-id")).isEqualTo("evt_1");
			assertThat(request.header("webhook-timestamp")).isEqualTo("1795780800");
			assertThat(request.header("webhook-signature")).as("as openssl dgst -sha256 -hmac has it")
				.isEqualTo("v1,ErnLRuFwiu3R5DlimzVrdzrs+mrH5XnrpPScsRHa45g=");
		});
		assertThat(this.webhooks.find(this.webhook.id()).orElseThrow().attempts()).singleElement()
			.satisfies((attempt) -> assertThat(attempt.status()).isEqualTo(204));
	}

	@ParameterizedTest
	@CsvSource({ "0,5", "1,5", "5,15", "20,60", "5120,15360", "20480,39600" })
	void triesAgainWhenTheEventIsFourTimesAsOld(long age, long pause) {
		this.webhooks.add(this.webhook, 1);
		this.receiver.answer(503);
		this.now = HAPPENED.plusSeconds(age);
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.deliver.handle(event()))
			.satisfies((failure) -> assertThat(failure.notBefore()).isEqualTo(Duration.ofSeconds(pause)));
	}

	@Test
	void givesAnEventUpAfterADayAndTheWebhookAfterFive() {
		this.webhooks.add(this.webhook, 1);
		this.receiver.answer(301);
		this.now = HAPPENED.plus(Duration.ofHours(20));
		this.deliver.handle(event());
		assertThat(kept().active()).isTrue();
		assertThat(kept().failingSince()).isEqualTo(this.now);
		this.now = HAPPENED.plus(Duration.ofHours(20)).plus(Duration.ofDays(5));
		this.deliver.handle(event());
		assertThat(kept().disabledBecause()).contains("since 2026-11-28T08:00:00Z").contains("status 301");
		int before = this.receiver.received().size();
		this.deliver.handle(event());
		assertThat(this.receiver.received()).as("a disabled webhook is left alone").hasSize(before);
		assertThat(kept().attempts()).extracting(Webhook.Attempt::status).containsExactly(301, 301);
	}

	@Test
	void isFriendsAgainAfterASuccess() {
		Webhook failing = this.webhook.after(new Webhook.Attempt(HAPPENED, "evt_0", null, "no connection", 3),
				Duration.ofDays(5));
		assertThat(failing.failingSince()).isEqualTo(HAPPENED);
		Webhook well = failing.after(new Webhook.Attempt(HAPPENED, "evt_1", 200, null, 3), Duration.ofDays(5));
		assertThat(well.failingSince()).isNull();
		assertThat(well.active()).isTrue();
	}

	@Test
	void sparesOneThatHasJustFailed() {
		this.webhooks.add(this.webhook, 1);
		this.receiver.answer(503);
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.deliver.handle(event()));
		this.now = HAPPENED.plusSeconds(4);
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.deliver.handle(event()))
			.satisfies((failure) -> assertThat(failure.notBefore()).isEqualTo(Duration.ofSeconds(12)));
		assertThat(this.receiver.received()).hasSize(1);
		this.receiver.answer(204);
		this.now = HAPPENED.plusSeconds(16);
		this.deliver.handle(event());
		this.deliver.handle(event());
		assertThat(this.receiver.received()).hasSize(3);
	}

	@ParameterizedTest
	@MethodSource("failures")
	void doesNotRepeatAnEventWhoseSuccessCannotBeKept(RuntimeException failure) {
		this.webhooks.add(this.webhook, 1);
		this.webhooks.broken = failure;
		this.deliver.handle(event());
		assertThat(this.receiver.received()).hasSize(1);
		this.receiver.answer(503);
		assertThatExceptionOfType(failure.getClass()).isThrownBy(() -> this.deliver.handle(event()));
	}

	static Stream<RuntimeException> failures() {
		return Stream.of(new RetryableFailure("away", null), new PermanentFailure("item_refused", "too long"));
	}

	@Test
	@Timeout(5)
	void doesNotWaitForServersOfNames() {
		WebhookSettings hasty = new WebhookSettings(true, 10, 10, Duration.ofMillis(20), Duration.ofSeconds(10),
				Duration.ofSeconds(5), Duration.ofHours(24), Duration.ofDays(5), Duration.ZERO);
		CountDownLatch never = new CountDownLatch(1);
		try (PostEvent post = new PostEvent(hasty, () -> this.now, (_) -> {
			try {
				never.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return new InetAddress[0];
		})) {
			assertThat(post.post(this.webhook, "evt_1", "{}").failure())
				.isEqualTo("the host could not be found in time");
			assertThat(post.wrongWith(this.webhook.url())).hasValue("the host could not be found in time");
		}
		finally {
			never.countDown();
		}
	}

	@Test
	void tellsNothingToWhomItDoesNotKnow() {
		this.deliver.handle(event());
		assertThat(this.receiver.received()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://93.184.215.14/", "https://127.0.0.1/", "https://[::1]/", "https://10.0.0.8/",
			"https://169.254.169.254/latest/meta-data/", "https://[fd00::1]/", "https://[::ffff:10.0.0.1]/",
			"https://0.0.0.0/", "https://2130706433/", "https://user:word@93.184.215.14/", "https://93.184.215.14/#a",
			"file:///etc/passwd", "mailto:a@example.org", "https:///hook", "hook" })
	void knowsAddressesThatNobodyMayHaveAskedForHim(String url) {
		assertThat(new PostEvent(settings(false), () -> this.now).wrongWith(URI.create(url))).isPresent();
	}

	@Test
	void asksNoAddressInsideThoughTheWebhookSaysSo() {
		Webhook.Attempt attempt = new PostEvent(settings(false), () -> this.now).post(this.webhook, "evt_1", "{}");
		assertThat(attempt.failure()).isEqualTo("the host is not on the public internet");
		assertThat(this.receiver.received()).isEmpty();
	}

	@Test
	void takesAPublicAddress() {
		assertThat(new PostEvent(settings(false), () -> this.now).wrongWith(URI.create("https://93.184.215.14/hook")))
			.isEmpty();
	}

	private Webhook kept() {
		return this.webhooks.find(this.webhook.id()).orElseThrow();
	}

	private WebhookDelivery event() {
		return new WebhookDelivery(this.webhook.id(), "evt_1", HAPPENED, "{\"a\":1}");
	}

	private static WebhookSettings settings(boolean loopback) {
		return new WebhookSettings(loopback, 10, 10, Duration.ofSeconds(5), Duration.ofSeconds(10),
				Duration.ofSeconds(5), Duration.ofHours(24), Duration.ofDays(5), Duration.ZERO);
	}

	/**
	 * Webhooks of one process.
	 */
	private static final class InMemory implements Webhooks {

		private final Map<UUID, Webhook> all = new ConcurrentHashMap<>();

		private @Nullable RuntimeException broken;

		@Override
		public boolean add(Webhook webhook, int most) {
			return this.all.size() < most && this.all.put(webhook.id(), webhook) == null;
		}

		@Override
		public Optional<Webhook> find(UUID id) {
			return Optional.ofNullable(this.all.get(id));
		}

		@Override
		public List<Webhook> all() {
			return List.copyOf(this.all.values());
		}

		@Override
		public Optional<Webhook> update(UUID id, UnaryOperator<Webhook> change) {
			if (this.broken != null) {
				throw this.broken;
			}
			return Optional.ofNullable(this.all.computeIfPresent(id, (_, before) -> change.apply(before)));
		}

		@Override
		public void remove(Webhook webhook) {
			this.all.remove(webhook.id());
		}

	}

}
