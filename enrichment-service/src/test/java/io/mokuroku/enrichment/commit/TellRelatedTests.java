package io.mokuroku.enrichment.commit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.Works;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class TellRelatedTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private final Stores stores = Stores.on(LocalEngines.start(), InstantSource.fixed(NOW));

	private final AnimeEntry entry = Works.anActiveEntry();

	private final AnimeEntry sequel = related("MYANIMELIST#990050", this.entry);

	private final TellRelated related = new TellRelated(this.stores.anime(), Traces.none(), InstantSource.fixed(NOW));

	@BeforeEach
	void emptyStore() {
		LocalEngines.start().reset();
	}

	@Test
	void tellsTheOtherOnceAndDoesNotGoOnFromThere() {
		this.stores.anime().add(List.of(this.entry));
		this.stores.anime().add(List.of(this.sequel));
		this.related.about(this.sequel);
		AnimeEntry told = found(this.entry.id());
		assertThat(told.relations()).singleElement().satisfies((relation) -> {
			assertThat(relation.type()).isEqualTo(RelationType.PREQUEL);
			assertThat(relation.animeId()).isEqualTo(this.sequel.id());
			assertThat(relation.follows()).isTrue();
		});
		assertThat(told.revision()).isEqualTo(this.entry.revision().next(NOW, null));
		assertThat(told.provenance().get("relations")).isEqualTo(new Provenance("derived", NOW, "INVERSE", 0.8));
		this.related.about(this.sequel);
		this.related.about(told);
		assertThat(found(this.entry.id())).isEqualTo(told);
		assertThat(found(this.sequel.id())).isEqualTo(this.sequel);
	}

	@Test
	void leavesWhatAPersonWrote() {
		AnimeEntry written = Works.edited(this.entry, "relations");
		this.stores.anime().add(List.of(written));
		this.related.about(this.sequel);
		assertThat(found(this.entry.id())).isEqualTo(written);
	}

	@Test
	void leavesADraftAsItIsItsOwnShadow() {
		AnimeEntry draft = this.entry.with((change) -> change.lifecycle = Lifecycle.DRAFT);
		this.stores.anime().add(List.of(draft));
		this.related.about(this.sequel);
		assertThat(found(this.entry.id())).isEqualTo(draft);
	}

	@Test
	void saysThatSomethingWasAdded() {
		AnimeEntry known = Works.noting(this.entry, "relations", "kitsu", "UNION");
		this.stores.anime().add(List.of(known));
		this.related.about(this.sequel);
		assertThat(found(this.entry.id()).provenance().get("relations")).returns("kitsu", Provenance::source)
			.returns(List.of("derived"), Provenance::alsoFrom);
	}

	@Test
	void doesNotMindAnEntryThatIsGone() {
		this.related.about(this.sequel);
		assertThat(this.stores.anime().find(this.entry.id())).isEmpty();
	}

	private AnimeEntry found(AnimeId id) {
		return this.stores.anime().find(id).orElseThrow();
	}

	private static AnimeEntry related(String link, AnimeEntry target) {
		AnimeEntry entry = Works.another(link, RelationType.SEQUEL, target);
		assertThat(entry.relations()).extracting(Relation::follows).containsExactly(false);
		return entry;
	}

}
