package io.mokuroku.message;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WireFormatTests {

	private static final AnimeId DEATH_NOTE = AnimeId.of("9d8c8ec8-75e9-5630-983e-07b4cd37a972");

	static Stream<QueueMessage> oneOfEachKind() {
		return Stream.of(new SyncRequested(SyncRequested.LATEST, "weekly-2026-47"),
				new SnapshotRequested("weekly-2026-11-29T03:00:00Z", SnapshotRequested.Cause.WEEKLY),
				new EnrichmentRequested(DEATH_NOTE, EnrichmentRequested.Mode.EPISODE, EpisodeNumber.regular(10),
						"episode aired", "episode-10"),
				new EnrichmentTask("token-1", "fetch", "e-1", DEATH_NOTE, Map.of("source", "mal")),
				new ImagesRequested(DEATH_NOTE, List.of(URI.create("https://cdn.example.org/1.jpg")), "token-2"),
				new ReviewRequested("token-3", "e-1", DEATH_NOTE, List.of("CORE_CONFLICT"), 0.72,
						Instant.parse("2026-11-21T16:30:00Z")),
				new HumanLoopChanged(HumanLoopChanged.DETAIL_TYPE,
						new HumanLoopChanged.Detail("review-000102030405060708090a0b0c0d0e0f-1-1", "Completed",
								new HumanLoopChanged.Output("s3://mokuroku-reviews/a2i/output.json"), null, null)),
				new ScheduleRequested(LocalDate.of(2026, 11, 22)),
				new EpisodeAired(DEATH_NOTE, EpisodeNumber.regular(10), Instant.parse("2026-11-21T16:30:00Z")),
				new CatalogueChanged(List.of(new CatalogueChanged.Change(DEATH_NOTE, 3))),
				new IndexRebuildRequested("restored", "restore-20261129T031500.000Z-0badcafe"),
				new ListRefreshRequested("hourly-2026-11-27T21:00:00Z"),
				new WebhookDelivery(UUID.fromString("3f0e2b52-0d8e-4c58-9a57-0c8f6c2a1b11"), "evt_0badcafe",
						Instant.parse("2026-11-27T21:00:00Z"), "{\"type\":\"catalogue.changed\"}"));
	}

	@ParameterizedTest
	@MethodSource("oneOfEachKind")
	void writesWhatTheGoldenFileSays(QueueMessage message) throws IOException {
		assertThat(tree(WireFormat.write(message))).isEqualTo(tree(golden(message)));
	}

	@ParameterizedTest
	@MethodSource("oneOfEachKind")
	void readsTheGoldenFileBack(QueueMessage message) throws IOException {
		assertThat(WireFormat.read(golden(message), message.getClass())).isEqualTo(message);
	}

	@Test
	void knowsAQueueForEveryKind() {
		assertThat(oneOfEachKind().map(MessageQueue::of)).containsExactlyInAnyOrder(MessageQueue.values());
		assertThat(QueueMessage.class.getPermittedSubclasses()).hasSize(MessageQueue.values().length);
	}

	@Test
	void ignoresMembersOfANewerProducer() {
		assertThat(WireFormat.read("{\"date\":\"2026-11-22\",\"zone\":\"UTC\"}", ScheduleRequested.class))
			.isEqualTo(new ScheduleRequested(LocalDate.of(2026, 11, 22)));
	}

	@Test
	void saysWhatItCannotRead() {
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> WireFormat.read("{\"date\":\"someday\"}", ScheduleRequested.class))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo("undecodable"));
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> WireFormat.read("{}", ScheduleRequested.class));
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> WireFormat.read("null", ScheduleRequested.class))
			.withMessage("Not a ScheduleRequested: null");
	}

	private static JsonNode tree(String json) {
		return JsonMapper.shared().readTree(json);
	}

	private static String golden(QueueMessage message) throws IOException {
		String name = "golden/" + message.getClass().getSimpleName() + ".json";
		try (InputStream file = Objects.requireNonNull(WireFormatTests.class.getResourceAsStream(name), name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
