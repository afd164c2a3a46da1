package io.mokuroku.search.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.message.CatalogueChanged;
import io.mokuroku.search.Shows;
import io.mokuroku.search.projection.AnimeProjection;
import io.mokuroku.telemetry.Traces;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class IndexCatalogueChangesTests {

	private final Map<AnimeId, AnimeEntry> catalogue = new HashMap<>();

	private final RecordedIndex index = new RecordedIndex();

	private final Listener listener = new Listener();

	private final IndexCatalogueChanges handler = new IndexCatalogueChanges((ids) -> {
		Map<AnimeId, AnimeEntry> found = new HashMap<>(this.catalogue);
		found.keySet().retainAll(ids);
		return found;
	}, this.index, List.of(this.listener), Traces.none());

	private final AnimeEntry monster = Shows.anEntry(19, "Monster");

	@Test
	void indexesTheEntryAsItIsNowWhateverTheMessageSays() {
		this.catalogue.put(this.monster.id(), this.monster);
		this.handler.handle(changed(7, this.monster.id()));
		assertThat(this.index.applied())
			.containsExactly(List.of(new IndexChange.Put(AnimeProjection.of(this.monster, null))));
	}

	@Test
	void withdrawsWhatLeadsElsewhereAndForgetsWhatIsGone() {
		AnimeEntry redirect = this.monster.with((change) -> {
			change.lifecycle = Lifecycle.REDIRECT;
			change.mergedInto = Shows.anEntry(20, "Naruto").id();
		});
		AnimeId gone = Shows.anEntry(21, "One Piece").id();
		this.catalogue.put(redirect.id(), redirect);
		this.handler.handle(changed(1, redirect.id(), gone));
		assertThat(this.index.applied())
			.containsExactly(List.of(new IndexChange.Withdraw(redirect.id(), 1), new IndexChange.Forget(gone)));
	}

	@Test
	void keepsOrphansInTheIndexWhereNobodySeesThem() {
		AnimeEntry orphan = this.monster.with((change) -> change.lifecycle = Lifecycle.ORPHANED);
		this.catalogue.put(orphan.id(), orphan);
		this.handler.handle(changed(1, orphan.id()));
		assertThat(this.index.applied().getFirst()).singleElement()
			.isInstanceOfSatisfying(IndexChange.Put.class, (put) -> assertThat(put.anime().shown()).isFalse());
	}

	@Test
	void looksAtAnEntryOnceThoughItChangedTwice() {
		this.catalogue.put(this.monster.id(), this.monster);
		this.handler.handle(changed(1, this.monster.id(), this.monster.id()));
		assertThat(this.index.applied().getFirst()).hasSize(1);
	}

	@Test
	void tellsListenersBeforeAndAfterTheIndexKnows() {
		this.catalogue.put(this.monster.id(), this.monster);
		this.handler.handle(changed(3, this.monster.id()));
		assertThat(this.listener.heard).containsExactly("committed 3 while the index knew 0",
				"indexed Monster while the index knew 1");
	}

	private static CatalogueChanged changed(long version, AnimeId... ids) {
		List<CatalogueChanged.Change> changes = new ArrayList<>();
		for (AnimeId id : ids) {
			changes.add(new CatalogueChanged.Change(id, version));
		}
		return new CatalogueChanged(changes);
	}

	/**
	 * Remembers what it heard, and what the index knew then.
	 */
	private final class Listener implements CatalogueListener {

		private final List<String> heard = new ArrayList<>();

		@Override
		public void committed(List<CatalogueChanged.Change> changes) {
			this.heard.add("committed %d while the index knew %d".formatted(changes.getFirst().version(),
					IndexCatalogueChangesTests.this.index.applied().size()));
		}

		@Override
		public void indexed(List<CatalogueChanged.Change> changes, Map<AnimeId, AnimeEntry> entries) {
			this.heard
				.add("indexed %s while the index knew %d".formatted(entries.values().iterator().next().titles().main(),
						IndexCatalogueChangesTests.this.index.applied().size()));
		}

	}

}
