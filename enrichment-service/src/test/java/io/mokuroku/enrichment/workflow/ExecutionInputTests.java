package io.mokuroku.enrichment.workflow;

import java.time.Instant;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.enrichment.Works;
import io.mokuroku.message.EnrichmentRequested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ExecutionInputTests {

	private static final AnimeId ID = Works.aDraft().id();

	private static final Lock LOCK = new Lock(ID, "request-1", 7, Instant.parse("2026-11-22T13:00:00Z"));

	@Test
	void carriesTheLockAndTheTrace() {
		EnrichmentRequested request = new EnrichmentRequested(ID, EnrichmentRequested.Mode.EPISODE,
				EpisodeNumber.regular(10), "episode aired", "request-1");
		String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
		assertThat(WorkflowJson.MAPPER.writeValueAsString(ExecutionInput.of(request, LOCK, traceparent))).isEqualTo("""
				{"animeId":"%s","mode":"EPISODE","episode":{"kind":"REGULAR","value":10},"requestId":"request-1",\
				"lock":{"owner":"request-1","fencing":7,"expiresAt":"2026-11-22T13:00:00Z"},"traceparent":"%s"}"""
			.formatted(ID, traceparent));
	}

}
