package io.mokuroku.search.index;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.search.Shows;
import io.mokuroku.search.projection.AnimeProjection;
import io.mokuroku.search.projection.IndexedAnime;
import org.junit.jupiter.api.Test;

import static io.mokuroku.search.Shows.aShow;
import static io.mokuroku.search.Shows.known;
import static io.mokuroku.search.Shows.version;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What changes do to every index, whatever keeps it.
 */
abstract class AnimeIndexContract extends AnimeQuestionsContract {

	@Test
	void neverPutsAnOlderStateOverANewerOne() {
		put(version(2, aShow(19, "Monster")));
		put(aShow(19, "Older Name"));
		assertThat(named("monster")).containsExactly("Monster");
		assertThat(named("older name")).isEmpty();
		put(version(3, aShow(19, "Newer Name")));
		assertThat(named("monster")).isEmpty();
		assertThat(named("newer name")).containsExactly("Newer Name");
		assertThat(this.index.counts().documents()).isEqualTo(1);
	}

	@Test
	void keepsTheNewestOfWhatComesTogether() {
		put(version(2, aShow(19, "Two")), version(3, aShow(19, "Three")), aShow(19, "One"));
		assertThat(named("three")).containsExactly("Three");
		assertThat(this.index.counts().documents()).isEqualTo(1);
	}

	@Test
	void hidesWhatWasWithdrawnEvenFromALateMessage() {
		IndexedAnime monster = aShow(19, "Monster");
		put(monster);
		this.index.apply(List.of(new IndexChange.Withdraw(monster.id(), 2)));
		put(monster);
		assertThat(named("monster")).isEmpty();
		assertThat(this.index.counts()).isEqualTo(new IndexCounts(1, 0, 0, 0, null));
	}

	@Test
	void forgetsWhatTheCatalogueDoesNotKnow() {
		IndexedAnime monster = version(5, aShow(19, "Monster"));
		put(monster);
		this.index.apply(List.of(new IndexChange.Forget(monster.id())));
		assertThat(this.index.counts().documents()).isZero();
		put(aShow(19, "Monster"));
		assertThat(named("monster")).containsExactly("Monster");
	}

	@Test
	void showsNeitherAdultNorOrphanedAnimeHoweverTheyAreLookedFor() {
		IndexedAnime adult = aShow(1, "Hidden One", (change) -> {
			change.adult = true;
			change.synopsis = "tunnels and dreams";
		});
		IndexedAnime orphan = aShow(2, "Hidden Two", (change) -> {
			change.lifecycle = Lifecycle.ORPHANED;
			change.synopsis = "tunnels and dreams";
		});
		put(adult, orphan);
		TestIndexes.embed(this.index, adult, 1, 0);
		TestIndexes.embed(this.index, orphan, 1, 0);
		assertThat(named("hidden")).isEmpty();
		assertThat(this.index.about("tunnels dreams", AnimeFilter.NONE, 10)).isEmpty();
		assertThat(this.index.nearest(new float[] { 1, 0 }, AnimeFilter.NONE, 10)).isEmpty();
		assertThat(this.index.withoutVector(10)).isEmpty();
	}

	@Test
	void namesWhatWaitsForItsVectorTheBestKnownFirst() {
		IndexedAnime famous = known(9, aShow(1, "Famous"));
		put(known(1, aShow(2, "Unknown")), famous, known(5, aShow(3, "Known")));
		assertThat(this.index.withoutVector(2)).extracting((anime) -> anime.titles().main())
			.containsExactly("Famous", "Known");
		TestIndexes.embed(this.index, famous, 1, 0);
		assertThat(this.index.counts()).isEqualTo(new IndexCounts(3, 3, 1, 2, null));
		put(version(2, known(9, aShow(1, "Famous", (change) -> change.synopsis = "Retold."))));
		assertThat(this.index.withoutVector(1)).extracting(IndexedAnime::version).containsExactly(2L);
	}

	@Test
	void tellsListenersOfAnimeAndNotOfVectors() {
		AtomicInteger calls = new AtomicInteger();
		this.index.onChange(calls::incrementAndGet);
		IndexedAnime monster = aShow(19, "Monster");
		put(monster);
		assertThat(calls).hasValue(1);
		TestIndexes.embed(this.index, monster, 1, 0);
		assertThat(calls).hasValue(1);
		this.index.apply(List.of(new IndexChange.Withdraw(monster.id(), 2)));
		assertThat(calls).hasValue(2);
	}

	@Test
	void takesChangesFromManyAtOnce() throws Exception {
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			executor.invokeAll(IntStream.rangeClosed(1, 60)
				.mapToObj((i) -> Executors.callable(() -> put(aShow(i, "Show " + i))))
				.toList());
		}
		assertThat(this.index.counts().documents()).isEqualTo(60);
	}

	@Test
	void remembersTheTraceOfTheNewestChange() {
		IndexedAnime traced = AnimeProjection.of(Shows.anEntry(19, "Monster"), "trace-1");
		put(traced);
		assertThat(this.index.counts().newestTrace()).isEqualTo("trace-1");
	}

}
