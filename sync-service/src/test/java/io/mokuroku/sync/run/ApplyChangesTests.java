package io.mokuroku.sync.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.message.Messages;
import io.mokuroku.sync.dataset.DatasetRecord;
import io.mokuroku.sync.dataset.Records;
import io.mokuroku.sync.diff.Change;
import io.mokuroku.sync.diff.Kind;
import io.mokuroku.sync.diff.Step;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ApplyChangesTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	@Test
	void addsANewEntryByItselfThatHasMoreLinksThanFitIntoOneTransaction() {
		assertThat(ApplyChanges.sharedItems(added(3))).isEqualTo(4);
		assertThat(ApplyChanges.sharedItems(added(98))).isEqualTo(99);
		assertThat(ApplyChanges.sharedItems(added(99))).isZero();
	}

	@Test
	void leavesOutAnEntryThatTheStoreWillNeverTake() {
		LocalEngines engines = LocalEngines.start();
		engines.reset();
		AnimeStore store = Stores.entries(engines.dynamo(), Messages.sender(engines), InstantSource.fixed(NOW));
		ApplyChanges applying = new ApplyChanges(store, Stores.parts(engines.dynamo()), Traces.none(),
				InstantSource.fixed(NOW));
		Change one = added(Records.aRecord("Yoake", "ANIDB#1"));
		Change large = added(Records.aRecord("x".repeat(410_000), "ANIDB#2"));
		Change other = added(Records.aRecord("Yuugure", "ANIDB#3"));
		SyncRun run = SyncRun.accepted("run-1", new SyncRun.Order("latest", "request-1", "test", false, null), NOW);
		assertThat(applying.apply(List.of(one, large, other), run)).isEqualTo(1);
		assertThat(store.findAll(List.of(idOf(one), idOf(large), idOf(other)))).containsOnlyKeys(idOf(one),
				idOf(other));
		assertThat(applying.apply(List.of(one, large, other), run)).as("when it is repeated").isEqualTo(1);
	}

	private static Change added(int links) {
		return added(Records.aRecord("Yoake",
				IntStream.rangeClosed(1, links).mapToObj((id) -> "ANIDB#" + id).toArray(String[]::new)));
	}

	private static AnimeId idOf(Change change) {
		return change.steps().getFirst().animeId();
	}

	private static Change added(DatasetRecord found) {
		AnimeId id = AnimeId.mintedFrom(found.sources().getFirst());
		return new Change(Map.of(Kind.NEW, 1),
				List.of(new Step.Add(id, found.sources().getFirst().canonical(), found, List.of())), List.of());
	}

}
