package io.mokuroku.search.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.search.RunningSearchApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

final class WebhooksTests extends RunningSearchApi {

	private static final String SCOPE = "webhooks.manage";

	private final AnimeStore store;

	WebhooksTests(MockMvcTester http, AnimeStore store) {
		super(http);
		this.store = store;
	}

	@Test
	void tellsItsOwnerOfWhatWasCommittedAndNothingOfAdultEntries() throws Exception {
		try (Receiver receiver = new Receiver()) {
			JsonNode made = json(ask("alice", SCOPE, HttpMethod.POST, "/v1/webhooks", body(receiver.url())));
			String id = made.at("/data/id").asString();
			String secret = made.at("/data/attributes/secret").asString();
			AnimeEntry entry = Entries.aDraft("Tori no Uta", "MYANIMELIST#660001");
			AnimeEntry hidden = Entries.aDraft("Tori no Uta X", "MYANIMELIST#660002")
				.with((change) -> change.adult = true);
			this.store.add(List.of(hidden));
			this.store.add(List.of(entry,
					Entries.aDraft("Tori X", "MYANIMELIST#660003").with((change) -> change.adult = true)));
			await().atMost(Duration.ofSeconds(20)).until(() -> !receiver.received().isEmpty());
			Receiver.Received event = receiver.received().getFirst();
			assertThat(event.header("webhook-signature")).isEqualTo(Signature.of(secret, event.header("webhook-id"),
					Long.parseLong(event.header("webhook-timestamp")), event.body().getBytes(StandardCharsets.UTF_8)));
			JsonNode changes = JsonMapper.shared().readTree(event.body()).at("/data/changes");
			assertThat(changes).hasSize(1);
			assertThat(changes.at("/0/animeId").asString()).isEqualTo(entry.id().toString());
			assertThat(changes.at("/0/kind").asString()).isEqualTo("ADDED");
			await().untilAsserted(() -> assertThat(json(ask("alice", SCOPE, HttpMethod.GET, "/v1/webhooks/" + id, null))
				.at("/data/attributes/attempts/0/status")
				.asInt()).isEqualTo(204));
			assertThat(ask("alice", SCOPE, HttpMethod.DELETE, "/v1/webhooks/" + id, null))
				.hasStatus(HttpStatus.NO_CONTENT);
		}
	}

	@Test
	void tellsTheSecretOnceAndShowsWebhooksToTheirOwnersAlone() throws Exception {
		try (Receiver receiver = new Receiver()) {
			JsonNode made = json(ask("bob", SCOPE, HttpMethod.POST, "/v1/webhooks", body(receiver.url())));
			assertThat(made.at("/data/attributes/secret").asString()).startsWith("whsec_");
			String path = "/v1/webhooks/" + made.at("/data/id").asString();
			assertThat(ask("bob", SCOPE, HttpMethod.GET, path, null)).hasStatusOk().bodyText().doesNotContain("whsec_");
			assertThat(ask("bob", SCOPE, HttpMethod.GET, "/v1/webhooks", null)).bodyJson()
				.extractingPath("$.meta.total")
				.isEqualTo(1);
			for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.DELETE)) {
				assertThat(ask("carol", SCOPE, method, path, null)).hasStatus(HttpStatus.NOT_FOUND);
			}
			assertThat(ask("carol", SCOPE, HttpMethod.POST, path + "/pings", null)).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(ask("bob", "catalogue.read", HttpMethod.GET, path, null)).hasStatus(HttpStatus.FORBIDDEN);
			assertThat(get(path)).hasStatus(HttpStatus.UNAUTHORIZED);
			receiver.answer(500);
			assertThat(json(ask("bob", SCOPE, HttpMethod.POST, path + "/pings", null))
				.at("/data/attributes/attempts/0/status")
				.asInt()).isEqualTo(500);
			assertThat(receiver.received().getLast().body()).contains("\"type\":\"ping\"");
			ask("bob", SCOPE, HttpMethod.DELETE, path, null);
			assertThat(ask("bob", SCOPE, HttpMethod.GET, path, null)).hasStatus(HttpStatus.NOT_FOUND);
		}
	}

	@Test
	void refusesAddressesThatItMustNotAsk() {
		for (String url : List.of("http://93.184.215.14/hook", "https://10.0.0.1/hook", "https://169.254.169.254/",
				"https://no.such.host.invalid/hook")) {
			assertThat(ask("dave", SCOPE, HttpMethod.POST, "/v1/webhooks", body(URI.create(url))))
				.hasStatus(HttpStatus.BAD_REQUEST)
				.bodyJson()
				.extractingPath("$.errors[0].source.pointer")
				.isEqualTo("/url");
		}
		assertThat(ask("dave", SCOPE, HttpMethod.POST, "/v1/webhooks", "{}")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(ask("dave", SCOPE, HttpMethod.POST, "/v1/webhooks",
				"{\"url\":\"https://93.184.215.14/\",\"includeAdult\":true}"))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void saysThatAnAddressMustBeEncryptedBeforeItLooksForTheHost() {
		assertThat(ask("dave", SCOPE, HttpMethod.POST, "/v1/webhooks", body(URI.create("ftp://no.such.host.invalid/"))))
			.hasStatus(HttpStatus.BAD_REQUEST)
			.bodyJson()
			.extractingPath("$.errors[0].detail")
			.isEqualTo("must begin with https:");
	}

	@Test
	void knowsNobodyByATokenWithoutASubject() {
		for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST)) {
			assertThat(ask(null, SCOPE, method, "/v1/webhooks", body(URI.create("http://127.0.0.1:9/"))))
				.hasStatus(HttpStatus.FORBIDDEN);
		}
	}

	@Test
	void letsNobodyHaveMoreThanTenHoweverManyAreAddedAtOnce() throws Exception {
		List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < 14; i++) {
				clients.execute(() -> answers.add(add("erin").getResponse().getStatus()));
			}
		}
		assertThat(answers).hasSize(14);
		JsonNode own = json(ask("erin", SCOPE, HttpMethod.GET, "/v1/webhooks", null)).at("/data");
		assertThat(own).hasSameSizeAs(answers.stream().filter((status) -> status == 201).toList())
			.hasSizeLessThanOrEqualTo(10);
		assertThat(answers).allMatch((status) -> List.of(201, 409, 503).contains(status));
		for (int i = own.size(); i < 10; i++) {
			assertThat(add("erin")).hasStatus(HttpStatus.CREATED);
		}
		assertThat(add("erin")).hasStatus(HttpStatus.CONFLICT);
		assertThat(ask("erin", SCOPE, HttpMethod.DELETE, "/v1/webhooks/" + own.at("/0/id").asString(), null))
			.hasStatus(HttpStatus.NO_CONTENT);
		assertThat(add("erin")).hasStatus(HttpStatus.CREATED);
		json(ask("erin", SCOPE, HttpMethod.GET, "/v1/webhooks", null)).at("/data")
			.forEach((webhook) -> ask("erin", SCOPE, HttpMethod.DELETE, "/v1/webhooks/" + webhook.at("/id").asString(),
					null));
	}

	private MvcTestResult add(String subject) {
		return ask(subject, SCOPE, HttpMethod.POST, "/v1/webhooks", body(URI.create("http://127.0.0.1:9/")));
	}

	private MvcTestResult ask(@Nullable String subject, String scope, HttpMethod method, String path,
			@Nullable String body) {
		MockMvcTester.MockMvcRequestBuilder request = this.http.method(method)
			.uri(path)
			.with(SecurityMockMvcRequestPostProcessors.jwt().jwt((token) -> token.claims((claims) -> {
				claims.remove("sub");
				if (subject != null) {
					claims.put("sub", subject);
				}
			})).authorities(new SimpleGrantedAuthority("SCOPE_" + scope)));
		return ((body != null) ? request.contentType(MediaType.APPLICATION_JSON).content(body) : request).exchange();
	}

	private static String body(URI url) {
		return "{\"url\":\"%s\"}".formatted(url);
	}

	private static JsonNode json(MvcTestResult answer) {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

}
