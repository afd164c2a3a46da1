package io.mokuroku.catalogue.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.message.CatalogueChanged;
import io.mokuroku.message.Messages;
import io.mokuroku.message.WireFormat;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Rows of the outbox of which one is larger than any queue takes.
 */
class OutboxRelayTests {

	private static final Instant NOW = Instant.parse("2099-11-22T12:00:00Z");

	private static final AnimeId MONSTER = Entries.aDraft("Monster", "MYANIMELIST#19").id();

	private final LocalEngines engines = LocalEngines.start();

	private final Outbox outbox = new Outbox(this.engines.dynamo());

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final OutboxRelay relay = new OutboxRelay(this.outbox, Messages.sender(this.engines),
			InstantSource.fixed(NOW.plusSeconds(60)), Duration.ofHours(1), this.meters);

	private final OutboxRow tooLarge = row("a", 1, 5_000);

	private final List<OutboxRow> others = List.of(row("a", 2, 1), row("a", 3, 1), row("d", 4, 1));

	@BeforeEach
	void emptyOutbox() {
		this.engines.reset();
	}

	@Test
	void sweepsEverythingElse() {
		put(this.tooLarge);
		this.others.forEach(this::put);
		assertThat(this.relay.sweep()).isEqualTo(3);
		assertThat(waiting()).containsExactly(this.tooLarge);
		assertThat(Messages.receive(this.engines, "catalogue-changes")).containsOnly(WireFormat.write(changes(1)))
			.hasSizeGreaterThanOrEqualTo(3);
		assertThat(this.relay.sweep()).isZero();
		assertThat(Messages.receive(this.engines, "catalogue-changes")).isEmpty();
		assertThat(rows("swept")).isEqualTo(3);
		assertThat(rows("left")).isEqualTo(2);
	}

	@Test
	void sweepsWhatLiesBehindMoreThanOneReadHolds() {
		IntStream.range(0, 5).forEach((number) -> put(row("a", number, 5_000)));
		put(row("a", 7, 1));
		assertThat(this.relay.sweep()).isOne();
		assertThat(Messages.receive(this.engines, "catalogue-changes")).containsOnly(WireFormat.write(changes(1)));
	}

	@Test
	void sendsEverythingElseAtOnce() {
		put(this.tooLarge);
		this.others.forEach(this::put);
		this.relay.offer(this.tooLarge);
		this.others.forEach(this.relay::offer);
		this.relay.start();
		try {
			await().until(() -> waiting().equals(List.of(this.tooLarge)));
		}
		finally {
			this.relay.stop();
		}
		assertThat(Messages.receive(this.engines, "catalogue-changes")).containsOnly(WireFormat.write(changes(1)));
	}

	private void put(OutboxRow row) {
		this.engines.dynamo().putItem((put) -> put.tableName(Outbox.TABLE).item(Outbox.put(row).item()));
	}

	private List<OutboxRow> waiting() {
		return Outbox.SHARDS.stream()
			.flatMap((shard) -> this.outbox.olderThan(shard, NOW.plusSeconds(1), null, 100).stream())
			.toList();
	}

	private double rows(String way) {
		return this.meters.get(OutboxRelay.ROWS).tag("way", way).counter().count();
	}

	private static OutboxRow row(String shard, int number, int changes) {
		return new OutboxRow(shard, OutboxRow.timeKey(NOW) + "-" + number, changes(changes), null);
	}

	private static CatalogueChanged changes(int count) {
		return new CatalogueChanged(
				IntStream.range(0, count).mapToObj((_) -> new CatalogueChanged.Change(MONSTER, 1)).toList());
	}

}
