package io.mokuroku.episodes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.episodes.schedules.SchedulerFake;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.EpisodeAired;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.message.ScheduleRequested;
import io.mokuroku.message.WireFormat;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.testing.OpenApiFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.mokuroku.episodes.Airings.anAiringAnime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The service as a whole: real queues, a real database, schedules that are recorded.
 */
@SpringBootTest
@AutoConfigureMockMvc
class EpisodeSchedulerTests {

	private static final LocalEngines engines = LocalEngines.start();

	private static final SchedulerFake scheduler = SchedulerFake.start();

	private static final TimetableFake timetable = new TimetableFake();

	private final MockMvcTester http;

	private final AnimeStore store;

	private final EntryParts parts;

	private final MessageSender sender;

	@Autowired
	EpisodeSchedulerTests(MockMvcTester http, AnimeStore store, EntryParts parts, MessageSender sender) {
		this.http = http;
		this.store = store;
		this.parts = parts;
		this.sender = sender;
	}

	@DynamicPropertySource
	static void engines(DynamicPropertyRegistry properties) {
		System.setProperty("aws.endpointUrlScheduler", scheduler.address().toString());
		properties.add("mokuroku.episodes.replan-every", () -> "1h");
		properties.add("mokuroku.upstream.animeschedule.base-url", timetable::address);
		properties.add("mokuroku.upstream.animeschedule.token", () -> "token");
	}

	@AfterAll
	static void closeTimetable() {
		timetable.close();
	}

	@BeforeEach
	void emptyStore() {
		await().untilAsserted(() -> assertThat(scheduler.schedules()).containsKey("plan-day"));
		engines.reset();
	}

	@Test
	void hasTheRoutesThatLieInTheRepository() throws Exception {
		OpenApiFile.check("episode-scheduler", JsonMapper.shared()
			.readTree(this.http.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString()));
	}

	@Test
	void plansOnRequestAndReports() {
		AnimeEntry anime = anAiringAnime("MYANIMELIST#1", 8, now().plus(Duration.ofHours(2)));
		this.store.add(List.of(anime));
		assertThat(plan("{}")).bodyJson().extractingPath("$.data.attributes.episodes[0].fate").isEqualTo("CREATED");
		assertThat(plan("{}")).bodyJson().extractingPath("$.data.attributes.episodes[0].fate").isEqualTo("KEPT");
		assertThat(report(today().toString())).hasStatus(HttpStatus.OK).bodyJson().isLenientlyEqualTo("""
				{"data":{"type":"plans","id":"%s","attributes":{"cause":"request","dryRun":false,
				"totals":{"plans":2,"created":1,"moved":0,"removed":0,"failures":0},
				"episodes":[{"animeId":"%s","number":8,"fate":"KEPT"}]}}}""".formatted(today(), anime.id()));
		assertThat(scheduler.schedules()).containsKey("ep-" + anime.id().toString().replace("-", "") + "-8");
	}

	@Test
	void tellsInADryRunWhatItWouldDo() {
		AnimeEntry anime = anAiringAnime("MYANIMELIST#2", 1, now().plusSeconds(60));
		this.store.add(List.of(anime));
		assertThat(plan("{\"dryRun\":true}")).bodyJson().extractingPath("$.data.attributes.dryRun").isEqualTo(true);
		assertThat(report(today().toString())).hasStatus(HttpStatus.NOT_FOUND)
			.bodyJson()
			.extractingPath("$.errors[0].code")
			.isEqualTo("plan_not_found");
		assertThat(scheduler.schedules()).doesNotContainKey("ep-" + anime.id().toString().replace("-", "") + "-1");
	}

	@Test
	void plansTheDayAMessageAsksFor() {
		this.sender.send(new ScheduleRequested(today()));
		await().untilAsserted(() -> assertThat(report(today().toString())).bodyJson()
			.extractingPath("$.data.attributes.cause")
			.isEqualTo("daily"));
	}

	@Test
	void refusesCallersWithoutTheScope() {
		assertThat(this.http.post().uri("/v1/plans")).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.http.post().uri("/v1/plans").header("Authorization", "Bearer catalogue.read"))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(report("yesterday")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void passesAnAiredEpisodeOnOnce() {
		AnimeEntry over = anAiringAnime("MYANIMELIST#3", 8, now().minus(Duration.ofHours(1)));
		this.store.add(List.of(over));
		EpisodeAired message = new EpisodeAired(over.id(), EpisodeNumber.regular(8), now().minus(Duration.ofHours(1)));
		this.sender.send(message);
		assertThat(WireFormat.read(next("enrichment-requests").body(), EnrichmentRequested.class).requestId())
			.isEqualTo("episode-" + over.id() + "-8");
		this.sender.send(message);
		await().untilAsserted(() -> assertThat(engines.unfinished("episode-updates")).isZero());
		assertThat(engines.unfinished("enrichment-requests")).isOne();
		assertThat(plan("{}")).bodyJson().extractingPath("$.data.attributes.counts.planned").isEqualTo(1);
		this.parts.putEpisodes(List.of(new Episode(over.id(), EpisodeNumber.regular(8), "The Eighth Letter", null, null,
				null, null, null, Episode.State.COMPLETE)));
		assertThat(plan("{}")).bodyJson().extractingPath("$.data.attributes.counts.planned").isEqualTo(0);
	}

	@Test
	void asksForEverythingAboutAPremiereOncePerDay() {
		AnimeEntry premiere = anAiringAnime("MYANIMELIST#8", 1, now())
			.with((change) -> change.airing = new Airing(AiringStatus.UPCOMING, null, 2026,
					PartialDate.of(LocalDate.ofInstant(now(), Broadcast.JAPAN)), null, null, null));
		this.store.add(List.of(premiere));
		assertThat(plan("{}")).hasStatus(HttpStatus.OK);
		assertThat(plan("{}")).hasStatus(HttpStatus.OK);
		assertThat(engines.unfinished("enrichment-requests")).isOne();
		EnrichmentRequested request = WireFormat.read(next("enrichment-requests").body(), EnrichmentRequested.class);
		assertThat(request.mode()).isEqualTo(EnrichmentRequested.Mode.FULL);
		assertThat(request.animeId()).isEqualTo(premiere.id());
	}

	@Test
	void keepsWhatACalendarSaysInTheCatalogue() {
		Instant airs = now().plus(Duration.ofHours(3));
		AnimeEntry anime = anAiringAnime("MYANIMELIST#9", 8, airs.plusSeconds(3600));
		this.store.add(List.of(anime));
		timetable.says("""
				[{"route":"hoshi-no-tegami","episodeDate":"%s","episodeNumber":8,"airType":"raw",
				"websites":{"mal":"myanimelist.net/anime/9"}}]""".formatted(airs));
		assertThat(plan("{\"refresh\":true}")).hasStatus(HttpStatus.OK)
			.bodyJson()
			.extractingPath("$.data.attributes.cause")
			.isEqualTo("calendar");
		AnimeEntry told = this.store.find(anime.id()).orElseThrow();
		assertThat(told.airing().next()).isEqualTo(new NextEpisode(8, airs, 0.85));
		assertThat(told.revision().version()).isEqualTo(2);
		assertThat(told.provenance().get("airing.next")).isNotNull()
			.satisfies((how) -> assertThat(how.note()).isEqualTo("was " + airs.plusSeconds(3600)));
		await().untilAsserted(() -> assertThat(engines.unfinished("catalogue-changes")).isEqualTo(2));
		String name = "ep-" + anime.id().toString().replace("-", "") + "-8";
		assertThat(
				Objects.requireNonNull(scheduler.schedules().get(name), name).path("Target").path("Input").asString())
			.contains(airs.toString());
	}

	@Test
	void takesEpisodesThatShareAMessageApart() {
		AnimeEntry one = anAiringAnime("MYANIMELIST#5", 8, now().minus(Duration.ofHours(1)));
		AnimeEntry other = anAiringAnime("MYANIMELIST#6", 3, now().minus(Duration.ofHours(1)));
		AnimeEntry unknown = anAiringAnime("MYANIMELIST#7", 1, now());
		this.store.add(List.of(one, other));
		this.sender.send(EpisodeAired.together(List.of(aired(one, 8), aired(unknown, 1), aired(other, 3))));
		await().untilAsserted(() -> assertThat(engines.unfinished("enrichment-requests")).isEqualTo(2));
		await().untilAsserted(() -> assertThat(engines.unfinished("episode-updates-dlq")).isOne());
	}

	@Test
	void buriesAnEpisodeOfAnUnknownAnime() {
		AnimeEntry unknown = anAiringAnime("MYANIMELIST#4", 8, now());
		this.sender.send(new EpisodeAired(unknown.id(), EpisodeNumber.regular(8), now()));
		assertThat(next("episode-updates-dlq").messageAttributes().get(QueueListeners.FAILURE_CODE))
			.extracting(MessageAttributeValue::stringValue)
			.isEqualTo("unknown_anime");
	}

	private static EpisodeAired aired(AnimeEntry entry, int number) {
		return new EpisodeAired(entry.id(), EpisodeNumber.regular(number), now().minus(Duration.ofHours(1)));
	}

	private MvcTestResult plan(String body) {
		return this.http.post()
			.uri("/v1/plans")
			.header("Authorization", "Bearer schedules.plan")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult report(String date) {
		return this.http.get().uri("/v1/plans/" + date).header("Authorization", "Bearer schedules.plan").exchange();
	}

	private static Message next(String queue) {
		return await()
			.until(() -> engines.sqs()
				.receiveMessage((receive) -> receive.queueUrl(engines.queueUrl(queue)).messageAttributeNames("All"))
				.join()
				.messages(), (messages) -> !messages.isEmpty())
			.getFirst();
	}

	private static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.SECONDS);
	}

	private static LocalDate today() {
		return LocalDate.now(ZoneOffset.UTC);
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
