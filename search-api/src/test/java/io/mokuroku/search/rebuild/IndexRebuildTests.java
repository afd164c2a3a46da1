package io.mokuroku.search.rebuild;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.StoredItem;
import io.mokuroku.catalogue.store.TruthItems;
import io.mokuroku.message.IndexRebuildRequested;
import io.mokuroku.message.MessageSender;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The index after the catalogue behind it was put back to an earlier state.
 */
@SpringBootTest(properties = "mokuroku.embed.enabled=false")
@AutoConfigureMockMvc
class IndexRebuildTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final List<String> QUESTIONS = List.of("monster", "naruto", "perfect blue", "mystery",
			"later title");

	@TempDir
	private static Path indexFolder;

	private final MockMvcTester http;

	private final AnimeStore store;

	private final TruthItems items;

	private final MessageSender sender;

	@Autowired
	IndexRebuildTests(MockMvcTester http, AnimeStore store, TruthItems items, MessageSender sender) {
		this.http = http;
		this.store = store;
		this.items = items;
		this.sender = sender;
	}

	@DynamicPropertySource
	static void useTheFolder(DynamicPropertyRegistry properties) {
		properties.add("mokuroku.index.dir", () -> indexFolder);
	}

	@BeforeAll
	static void startEngines() {
		LocalEngines.start().reset();
	}

	@Test
	void answersAsBeforeOnceTheIndexIsBuiltFromWhatWasRestored() {
		AnimeEntry monster = Entries.aDraft("Monster", "MYANIMELIST#19");
		this.store.add(List.of(monster, Entries.aDraft("Naruto", "MYANIMELIST#20", "ANIDB#20"),
				Entries.aDraft("Perfect Blue", "ANIDB#3", "KITSU#3", "ANILIST#3")));
		rebuild();
		List<String> before = QUESTIONS.stream().map(this::search).toList();
		List<StoredItem> snapshot = new ArrayList<>();
		this.items.scanEntries(0, 1, (entry) -> snapshot.addAll(entry.items()));
		AnimeEntry later = monster.with((change) -> {
			change.titles = Entries.aDraft("Later Title", "ANIDB#1").titles();
			change.revision = change.revision.next(Entries.CREATED, null);
		});
		this.store.save(later, monster, null);
		this.store.add(List.of(Entries.aDraft("Another Later Title", "ANIDB#4")));
		rebuild();
		assertThat(search("another later title")).contains("Another");
		assertThat(search("later title")).contains("\"Later Title\"");
		LocalEngines.start().reset();
		this.items.putAll(snapshot);
		await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
			this.sender.send(new IndexRebuildRequested("restored", "restore-1"));
			assertThat(QUESTIONS.stream().map(this::search).toList()).isEqualTo(before);
		});
		assertThat(rebuild()).bodyJson().extractingPath("$.data.attributes.indexed").isEqualTo(3);
		assertThat(QUESTIONS.stream().map(this::search).toList()).isEqualTo(before);
	}

	@Test
	void refusesCallersWithoutTheScope() {
		assertThat(this.http.post().uri("/v1/index/rebuilds")).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(start("catalogue.read")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(get("/v1/index/rebuilds/none")).hasStatus(HttpStatus.NOT_FOUND)
			.bodyJson()
			.extractingPath("$.errors[0].code")
			.isEqualTo("rebuild_not_found");
	}

	/** Builds the index and waits for it; needs no queue. */
	private MvcTestResult rebuild() {
		String location = String.valueOf(start("catalogue.index").getResponse().getHeader("Location"));
		return await().atMost(SOON).until(() -> get(location), (found) -> body(found).contains("\"SUCCEEDED\""));
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult start(String scope) {
		return this.http.post().uri("/v1/index/rebuilds").header("Authorization", "Bearer " + scope).exchange();
	}

	private MvcTestResult get(String path) {
		return this.http.get().uri(path).header("Authorization", "Bearer catalogue.index").exchange();
	}

	/** The titles and reasons of an answer. */
	private String search(String question) {
		MvcTestResult answer = this.http.get().uri("/v1/search?q={question}", question).exchange();
		assertThat(answer).hasStatusOk();
		String body = body(answer);
		return body.substring(0, body.indexOf("\"meta\":{\"tookMillis\"")).replaceAll(",\"trace\":\"[^\"]*\"", "");
	}

	/**
	 * Takes the text of a token as its scope.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class Tokens {

		@Bean
		JwtDecoder tokens() {
			return (token) -> Jwt.withTokenValue(token)
				.header("alg", "RS256")
				.subject("operator")
				.claim("scope", token)
				.build();
		}

	}

}
