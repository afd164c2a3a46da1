package io.mokuroku.catalogue.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeFeedTests {

	private final LocalEngines engines = LocalEngines.start();

	private final ChangeFeed feed = Stores.feed(this.engines.dynamo());

	@Test
	void endsBeforeTheMillisecondOfItsEnd() {
		AnimeEntry entry = Entries.aDraft("Monster", "MYANIMELIST#19");
		this.engines.reset();
		Stores.on(this.engines, InstantSource.fixed(Entries.CREATED)).anime().add(List.of(entry));
		ChangeFeed.Place before = ChangeFeed.Place.before(Entries.CREATED);
		Instant within = Entries.CREATED.plusNanos(500_000);
		assertThat(this.feed.after(before, within, 10)).isEmpty();
		assertThat(this.feed.after(before, Entries.CREATED.plusMillis(1), 10)).extracting(ChangeFeed.Commit::id)
			.containsExactly(entry.id());
	}

}
