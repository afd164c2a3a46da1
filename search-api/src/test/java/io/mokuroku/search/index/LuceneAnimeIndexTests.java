package io.mokuroku.search.index;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.search.Shows;
import io.mokuroku.search.projection.AnimeProjection;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.mokuroku.search.Shows.aShow;
import static io.mokuroku.search.Shows.known;
import static io.mokuroku.search.Shows.version;
import static org.assertj.core.api.Assertions.assertThat;

final class LuceneAnimeIndexTests {

	@TempDir
	private Path folder;

	private LuceneAnimeIndex index;

	@BeforeEach
	void open() {
		this.index = TestIndexes.openFully(this.folder);
	}

	@AfterEach
	void close() {
		this.index.close();
	}

	@Test
	void findsATitleInAnyOfItsForms() {
		put(aShow(16498, "Shingeki no Kyojin", "Attack on Titan", "進撃の巨人", "AoT"), aShow(20, "Naruto"));
		for (String query : List.of("shingeki no kyojin", "Attack on Titan", "進撃の巨人", "aot", "shingeki", "進撃",
				"attak on titan", "titan attack", "ATTACKONTITAN")) {
			assertThat(named(query)).as(query).containsExactly("Shingeki no Kyojin");
		}
		assertThat(named("one piece")).isEmpty();
		assertThat(named("")).isEmpty();
	}

	@Test
	void putsTheExactTitleFirstAndThenTheBetterKnown() {
		put(known(9, aShow(1, "Naruto Movie")), known(1, aShow(2, "Naruto")), known(5, aShow(3, "Naruto Special")),
				known(10, aShow(4, "Road of Naruto")), known(10, aShow(5, "Narutoo")));
		assertThat(named("naruto")).containsExactly("Naruto", "Narutoo", "Naruto Movie", "Naruto Special",
				"Road of Naruto");
	}

	@Test
	void tellsTheSeasonsOfAShowApart() {
		put(aShow(1, "Mob Psycho 100"), aShow(2, "Mob Psycho 100 II"), aShow(3, "Mob Psycho 100 III"));
		assertThat(named("mob psycho 100 season 2")).first().isEqualTo("Mob Psycho 100 II");
		assertThat(named("mob psycho 100 3rd season")).first().isEqualTo("Mob Psycho 100 III");
		assertThat(named("mob psycho 100")).first().isEqualTo("Mob Psycho 100");
	}

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
	void findsTheNearestThatPassTheFilter() {
		IndexedAnime near = aShow(1, "Near");
		IndexedAnime far = aShow(2, "Far", (change) -> change.type = AnimeType.MOVIE);
		put(near, far, aShow(3, "Without Vector"));
		TestIndexes.embed(this.index, near, 1, 0);
		TestIndexes.embed(this.index, far, 0, 1);
		List<NearHit> hits = this.index.nearest(new float[] { 0.6f, 0.8f }, AnimeFilter.NONE, 10);
		assertThat(hits).extracting((hit) -> hit.anime().titles().main()).containsExactly("Far", "Near");
		assertThat(hits.getFirst().cosine()).isEqualTo(0.8, Offset.offset(1e-6));
		assertThat(hits.getLast().cosine()).isEqualTo(0.6, Offset.offset(1e-6));
		assertThat(this.index.nearest(new float[] { 0.6f, 0.8f }, AnimeFilter.of(AnimeType.TV, null, null), 10))
			.extracting((hit) -> hit.anime().titles().main())
			.containsExactly("Near");
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

	private void put(IndexedAnime... anime) {
		TestIndexes.put(this.index, anime);
	}

	private List<String> named(String query) {
		return this.index.named(FoldedTitle.of(query), AnimeFilter.NONE, 10)
			.stream()
			.map((hit) -> hit.anime().titles().main())
			.toList();
	}

}
