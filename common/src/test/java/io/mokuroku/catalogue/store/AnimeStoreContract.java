package io.mokuroku.catalogue.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.message.Messages;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What the store promises, whatever engine it runs on.
 */
abstract class AnimeStoreContract {

	/** Far ahead: the database removes locks that have expired by its own clock. */
	private static final Instant NOW = Instant.parse("2099-11-22T12:00:00Z");

	private final LocalEngines engines;

	private final Outbox outbox;

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final OutboxRelay idleRelay;

	private final AnimeStore store;

	private final SourceLinks links;

	private final ProcessingLocks locks;

	private final AnimeEntry deathNote = Entries.aDraft("Death Note", "MYANIMELIST#1535", "ANIDB#4563");

	private final AnimeEntry monster = Entries.aDraft("Monster", "MYANIMELIST#19");

	AnimeStoreContract(LocalEngines engines) {
		this.engines = engines;
		this.outbox = new Outbox(engines.dynamo());
		this.idleRelay = new OutboxRelay(this.outbox, Messages.sender(engines),
				InstantSource.fixed(NOW.plusSeconds(60)), Duration.ofHours(1), this.meters);
		this.store = new AnimeStore(engines.dynamo(), this.idleRelay, Traces.none(), InstantSource.fixed(NOW));
		this.links = new SourceLinks(engines.dynamo());
		this.locks = new ProcessingLocks(engines.dynamo(), InstantSource.fixed(NOW));
	}

	@BeforeEach
	void emptyStore() {
		this.engines.reset();
	}

	@Test
	void givesBackWhatWasAdded() {
		AnimeEntry rich = this.deathNote.with((change) -> {
			change.synopsis = "A notebook.";
			change.provenance = Map.of("synopsis", new Provenance("mal", NOW, "PRIORITY", 0.8));
			change.airing = change.airing.withNext(new NextEpisode(3, NOW, 0.5));
		});
		assertThat(this.store.add(List.of(rich, this.monster))).isEqualTo(new AddOutcome.Added());
		assertThat(this.store.find(rich.id())).contains(rich);
		assertThat(this.store.findAll(List.of(rich.id(), this.monster.id()))).hasSize(2);
		assertThat(this.links.find(SourceLink.ofKey("ANIDB#4563"))).contains(rich.id());
	}

	@Test
	void addsNothingWhereALinkIsTaken() {
		this.store.add(List.of(this.deathNote));
		AnimeEntry thief = Entries.aDraft("Thief", "MYANIMELIST#7", "ANIDB#4563");
		assertThat(this.store.add(List.of(this.monster, thief))).isEqualTo(new AddOutcome.Taken(Set.of(thief.id())));
		assertThat(this.store.find(this.monster.id())).isEmpty();
		assertThat(this.links.find(SourceLink.ofKey("MYANIMELIST#7"))).isEmpty();
		assertThat(announced()).hasSize(1);
	}

	@Test
	void takesALinkBackThatAnEntryDroppedAndStillHolds() {
		this.store.add(List.of(this.deathNote));
		AnimeEntry dropped = changed(this.deathNote, "MYANIMELIST#1535");
		assertThat(this.store.save(dropped, this.deathNote, null)).isEqualTo(SaveOutcome.SAVED);
		AnimeEntry back = changed(dropped, "MYANIMELIST#1535", "ANIDB#4563");
		assertThat(this.store.save(back, dropped, null)).isEqualTo(SaveOutcome.SAVED);
	}

	@Test
	void announcesEveryCommitOnceWithItsVersion() {
		this.store.add(List.of(this.deathNote));
		AnimeEntry next = renamed(this.deathNote, "DEATH NOTE");
		assertThat(this.store.save(next, this.deathNote, null)).isEqualTo(SaveOutcome.SAVED);
		assertThat(announced()).flatExtracting((row) -> row.message().changes())
			.extracting((change) -> change.version())
			.containsExactlyInAnyOrder(1L, 2L);
	}

	@Test
	void refusesAStateMadeFromAnOldOne() {
		this.store.add(List.of(this.deathNote));
		this.store.save(renamed(this.deathNote, "First"), this.deathNote, null);
		assertThat(this.store.save(renamed(this.deathNote, "Second"), this.deathNote, null))
			.isEqualTo(SaveOutcome.STALE);
		assertThat(this.store.find(this.deathNote.id())).map((entry) -> entry.titles().main()).contains("First");
	}

	@Test
	void refusesForGoodWhatIsTooLarge() {
		AnimeEntry large = this.monster.with((change) -> change.synopsis = "x".repeat(410_000));
		assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> this.store.add(List.of(large)))
			.withMessageContaining(large.id().toString())
			.withMessageContaining("size")
			.returns("item_refused", PermanentFailure::code);
		assertThat(this.store.find(large.id())).isEmpty();
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> new EntryParts(this.engines.dynamo()).putDatasetShadow(large))
			.returns("item_refused", PermanentFailure::code);
	}

	@Test
	void releasesTheLockWithTheCommit() {
		this.store.add(List.of(this.deathNote));
		Lock lock = this.locks.tryAcquire(this.deathNote.id(), "a", Duration.ofHours(1)).orElseThrow();
		assertThat(this.store.save(renamed(this.deathNote, "X"), this.deathNote, lock)).isEqualTo(SaveOutcome.SAVED);
		assertThat(this.locks.find(this.deathNote.id())).isEmpty();
	}

	@Test
	void refusesTheCommitOfAnOwnerWhoseLockWasTakenOver() {
		this.store.add(List.of(this.deathNote));
		Lock stale = this.locks.tryAcquire(this.deathNote.id(), "a", Duration.ofMinutes(1)).orElseThrow();
		ProcessingLocks later = new ProcessingLocks(this.engines.dynamo(),
				InstantSource.fixed(NOW.plus(ProcessingLocks.CLOCK_SKEW).plusSeconds(61)));
		assertThat(later.tryAcquire(this.deathNote.id(), "b", Duration.ofMinutes(1))).isPresent();
		assertThat(this.store.save(renamed(this.deathNote, "X"), this.deathNote, stale))
			.isEqualTo(SaveOutcome.LOCK_LOST);
		assertThat(this.store.find(this.deathNote.id())).contains(this.deathNote);
	}

	@Test
	void refusesALinkOfAnotherEntry() {
		this.store.add(List.of(this.deathNote, this.monster));
		AnimeEntry greedy = renamed(this.monster, "Monster").with((change) -> change.sources = List
			.of(SourceLink.ofKey("MYANIMELIST#19"), SourceLink.ofKey("ANIDB#4563")));
		assertThat(this.store.save(greedy, this.monster, null)).isEqualTo(SaveOutcome.LINK_TAKEN);
	}

	@Test
	void movesALinkWithTheEntriesItBelongsTo() {
		this.store.add(List.of(this.deathNote, this.monster));
		SourceLink link = SourceLink.ofKey("ANIDB#4563");
		AnimeEntry poorer = renamed(this.deathNote, "Death Note")
			.with((change) -> change.sources = List.of(SourceLink.ofKey("MYANIMELIST#1535")));
		AnimeEntry richer = renamed(this.monster, "Monster")
			.with((change) -> change.sources = List.of(SourceLink.ofKey("MYANIMELIST#19"), link));
		assertThat(this.store
			.commitAll(List.of(new EntryWrite(this.deathNote, poorer), new EntryWrite(this.monster, richer))))
			.isEqualTo(SaveOutcome.SAVED);
		assertThat(this.links.find(link)).contains(this.monster.id());
		assertThat(this.store.commitAll(List.of(new EntryWrite(this.deathNote, poorer)))).isEqualTo(SaveOutcome.STALE);
	}

	@Test
	void freesALinkThatAnEntryNoLongerNames() {
		this.store.add(List.of(this.deathNote));
		AnimeEntry poorer = renamed(this.deathNote, "Death Note")
			.with((change) -> change.sources = List.of(SourceLink.ofKey("MYANIMELIST#1535")));
		assertThat(this.store.save(poorer, this.deathNote, null)).isEqualTo(SaveOutcome.SAVED);
		assertThat(this.links.find(SourceLink.ofKey("ANIDB#4563"))).isEmpty();
	}

	@Test
	void mergesEntriesOfMoreLinksThanOneTransactionTakes() {
		String[] many = IntStream.rangeClosed(1, 98).mapToObj((id) -> "ANIDB#" + id).toArray(String[]::new);
		String[] more = IntStream.rangeClosed(1, 98).mapToObj((id) -> "KITSU#" + id).toArray(String[]::new);
		AnimeEntry one = Entries.aDraft("One", many);
		AnimeEntry other = Entries.aDraft("Other", more);
		this.store.add(List.of(one));
		this.store.add(List.of(other));
		AnimeEntry survivor = renamed(one, "One").with((change) -> {
			change.sources = new ArrayList<>(one.sources());
			change.sources.addAll(other.sources());
		});
		AnimeEntry redirect = renamed(other, "Other").with((change) -> {
			change.lifecycle = Lifecycle.REDIRECT;
			change.mergedInto = one.id();
			change.sources = List.of();
		});
		assertThat(this.store.commitAll(List.of(new EntryWrite(one, survivor), new EntryWrite(other, redirect))))
			.isEqualTo(SaveOutcome.SAVED);
		assertThat(this.store.find(one.id()).orElseThrow().sources()).hasSize(196);
		assertThat(this.store.find(other.id()).orElseThrow().mergedInto()).isEqualTo(one.id());
		assertThat(this.links.findAll(other.sources()).values()).containsOnly(one.id());
	}

	@Test
	void tellsTheDigestsOfEntriesAndNotOfTheirParts() throws InterruptedException {
		this.store.add(List.of(this.deathNote, this.monster));
		new EntryParts(this.engines.dynamo()).putProposal(this.deathNote);
		List<AnimeId> ids = new ArrayList<>();
		this.store.readDigests(3, 2_500, (digest) -> ids.add(digest.id()));
		assertThat(ids).containsExactlyInAnyOrder(this.deathNote.id(), this.monster.id());
	}

	@Test
	void findsWhatAirsInASpanOfTime() {
		AnimeEntry soon = airingAt(this.deathNote, NOW.plusSeconds(3600));
		AnimeEntry later = airingAt(this.monster, NOW.plusSeconds(90_000));
		this.store.add(List.of(later, soon));
		assertThat(this.store.airing(AiringStatus.ONGOING, NOW, NOW.plusSeconds(86_400))).containsExactly(soon);
		assertThat(this.store.airing(AiringStatus.ONGOING, NOW, NOW.plusSeconds(3600))).isEmpty();
		assertThat(this.store.airing(AiringStatus.ONGOING, NOW, NOW.plusSeconds(100_000))).containsExactly(soon, later);
	}

	@Test
	void findsEntriesByAnnouncedFirstDayAndThoseWithoutAnyTime() {
		AnimeEntry premiere = this.deathNote.with((change) -> change.airing = new Airing(AiringStatus.UPCOMING, null,
				2026, PartialDate.of(LocalDate.of(2026, 11, 28)), null, null, null));
		AnimeEntry unknown = this.monster.with((change) -> change.airing = Airing.of(AiringStatus.ONGOING, null, 2026));
		this.store.add(List.of(premiere, unknown));
		Instant midnight = Instant.parse("2026-11-27T15:00:00Z");
		assertThat(this.store.airing(AiringStatus.UPCOMING, midnight, midnight.plusSeconds(1)))
			.containsExactly(premiere);
		assertThat(this.store.airing(AiringStatus.UPCOMING, midnight.plusSeconds(1), midnight.plusSeconds(86_400)))
			.isEmpty();
		assertThat(this.store.airingUnknown()).containsExactly(unknown);
		assertThat(this.store.airing(AiringStatus.ONGOING, Instant.EPOCH, Instant.parse("9000-01-01T00:00:00Z")))
			.isEmpty();
	}

	@Test
	void sweepsWhatNobodySent() {
		this.store.add(List.of(this.deathNote));
		assertThat(this.idleRelay.sweep()).isEqualTo(1);
		assertThat(this.meters.get(OutboxRelay.ROWS).tag("way", "swept").counter().count()).isOne();
		assertThat(announced()).isEmpty();
		assertThat(Messages.receive(this.engines, "catalogue-changes")).hasSize(1)
			.allSatisfy((body) -> assertThat(body).contains(this.deathNote.id().toString()));
	}

	@Test
	void sendsAtOnceAndSweepsWhileItRuns() {
		this.store.add(List.of(this.deathNote));
		OutboxRelay running = new OutboxRelay(this.outbox, Messages.sender(this.engines),
				InstantSource.fixed(NOW.plusSeconds(60)), Duration.ofMillis(20), this.meters);
		running.start();
		try {
			await().until(() -> announced().isEmpty());
			new AnimeStore(this.engines.dynamo(), running, Traces.none(), InstantSource.fixed(NOW.plusSeconds(60)))
				.add(List.of(this.monster));
			await().until(() -> this.meters.get(OutboxRelay.ROWS).tag("way", "at_once").counter().count() == 1);
		}
		finally {
			running.stop();
		}
		assertThat(running.isRunning()).isFalse();
		assertThat(Messages.receive(this.engines, "catalogue-changes")).hasSize(2);
	}

	@Test
	void tellsOfWhatCannotBeSent() {
		this.store.add(List.of(this.deathNote));
		OutboxRelay inVain = new OutboxRelay(this.outbox, Messages.senderInVain(),
				InstantSource.fixed(NOW.plusSeconds(60)), Duration.ofHours(1), this.meters);
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(inVain::sweep);
		assertThat(this.meters.get(OutboxRelay.ROWS).tag("way", "left").counter().count()).isOne();
		assertThat(announced()).hasSize(1);
	}

	private List<OutboxRow> announced() {
		return Outbox.SHARDS.stream()
			.flatMap((shard) -> this.outbox.olderThan(shard, NOW.plusSeconds(1), null, 100).stream())
			.toList();
	}

	private static AnimeEntry changed(AnimeEntry entry, String... links) {
		return entry.with((change) -> {
			change.sources = Stream.of(links).map(SourceLink::ofKey).toList();
			change.revision = entry.revision().next(NOW, null);
		});
	}

	private static AnimeEntry renamed(AnimeEntry entry, String title) {
		return entry.with((change) -> {
			change.titles = new Titles(title, null, null, List.of());
			change.revision = change.revision.next(NOW, null);
		});
	}

	private static AnimeEntry airingAt(AnimeEntry entry, Instant time) {
		return entry.with((change) -> change.airing = new Airing(AiringStatus.ONGOING, null, 2026, null, null, null,
				new NextEpisode(8, time, 0.5)));
	}

}
