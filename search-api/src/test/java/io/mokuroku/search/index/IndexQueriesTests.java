package io.mokuroku.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.search.Shows;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class IndexQueriesTests {

	private static final List<IndexedAnime> SHOWS = List.of(Shows.aShow(1, "Cowboy Bebop", (change) -> {
		change.synopsis = "Bounty hunters travel through space.";
		change.subjects = Subjects.ofTags(List.of("space western"));
	}), Shows.aShow(2, "Shingeki no Kyojin", "Attack on Titan", "進撃の巨人"),
			Shows.aShow(3, "Space Dandy", (change) -> change.type = AnimeType.MOVIE),
			Shows.aShow(4, "Old Story", (change) -> change.airing = Airing.of(AiringStatus.UPCOMING, null, 1999)),
			Shows.aShow(5, "Hidden Space", (change) -> change.adult = true));

	private final IndexQueries queries = new IndexQueries(IndexAnalyzers.all());

	@Test
	void findsTitlesExactlyByTheirBeginningAndByTheirWords() {
		assertThat(titles(this.queries.exactly(folded("ATTACK on titan!")))).containsExactly("Shingeki no Kyojin");
		assertThat(titles(this.queries.exactly(folded("attack")))).isEmpty();
		assertThat(titles(this.queries.beginningWith(folded("cowboyb")))).containsExactly("Cowboy Bebop");
		assertThat(titles(this.queries.withAnyWord(folded("kyojin no")))).containsExactly("Shingeki no Kyojin");
		assertThat(titles(this.queries.withAnyWord(folded("no kyojin dandy"))))
			.containsExactlyInAnyOrder("Shingeki no Kyojin", "Space Dandy");
		assertThat(titles(this.queries.withAnyWord(folded("巨人")))).containsExactly("Shingeki no Kyojin");
	}

	@Test
	void findsWhatLooksAlike() {
		assertThat(titles(this.queries.resembling(folded("attak on titen"), 2))).contains("Shingeki no Kyojin");
		assertThat(titles(this.queries.resembling(folded("cwoboy bebop"), 2))).contains("Cowboy Bebop");
		assertThat(titles(this.queries.resembling(folded("zzzzzzzz"), 2))).isEmpty();
	}

	@Test
	void findsWhatIsAboutAThirdOfTheWords() {
		assertThat(titles(this.queries.about("bounty hunters in a kitchen"))).containsExactly("Cowboy Bebop");
		assertThat(titles(this.queries.about("bounty in a faraway kitchen garden"))).isEmpty();
		assertThat(titles(this.queries.about("a hunter"))).as("the stem is the same").containsExactly("Cowboy Bebop");
		assertThat(titles(this.queries.about("the of and"))).isEmpty();
		assertThat(titles(this.queries.about("madhouse"))).hasSize(SHOWS.size());
	}

	@Test
	void weighsSubjectsMoreThanSynopses() {
		assertThat(titles(this.queries.about("western space"))).first().isEqualTo("Cowboy Bebop");
	}

	@Test
	void readsNoMoreWordsThanItMust() {
		String words = "bounty " + "word ".repeat(50);
		assertThat(titles(this.queries.about(words))).containsExactly("Cowboy Bebop");
		StringBuilder endless = new StringBuilder();
		for (int i = 0; i < 2_000; i++) {
			endless.append("word").append(i).append(' ');
		}
		assertThat(titles(this.queries.about(endless.toString()))).isEmpty();
	}

	@Test
	void showsOnlyWhatPassesTheFilterAndNeverWhatIsHidden() {
		assertThat(titles(this.queries.shown(AnimeFilter.NONE))).hasSize(4).doesNotContain("Hidden Space");
		assertThat(titles(this.queries.shown(AnimeFilter.of(AnimeType.MOVIE, null, null))))
			.containsExactly("Space Dandy");
		assertThat(titles(this.queries.shown(AnimeFilter.of(null, AiringStatus.UPCOMING, null))))
			.containsExactly("Old Story");
		assertThat(titles(this.queries.shown(AnimeFilter.of(null, null, 1999)))).containsExactly("Old Story");
		assertThat(titles(this.queries.shown(AnimeFilter.of(AnimeType.MOVIE, null, 1999)))).isEmpty();
	}

	@Test
	void findsNothingForTextWithoutWords() {
		assertThat(titles(this.queries.about("!?"))).isEmpty();
		assertThat(titles(this.queries.withAnyWord(folded("")))).isEmpty();
	}

	@Test
	void takesTheSyntaxOfQueryLanguagesForText() {
		for (String text : List.of("title:cowboy AND *:*", "\" OR 1=1 --", "{\"$gt\":\"\"}", "[a TO z]", "spa*",
				"/x/~2")) {
			assertThat(titles(this.queries.about(text))).as(text).doesNotContain("Hidden Space", "Old Story");
		}
	}

	private static FoldedTitle folded(String title) {
		return FoldedTitle.of(title);
	}

	private static List<String> titles(Query query) {
		try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
			try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(IndexAnalyzers.all()))) {
				for (IndexedAnime anime : SHOWS) {
					writer.addDocument(
							AnimeDocuments.write(DocumentState.unknown(anime.id()).after(new IndexChange.Put(anime))));
				}
			}
			try (DirectoryReader reader = DirectoryReader.open(directory)) {
				List<String> titles = new ArrayList<>();
				for (ScoreDoc hit : new IndexSearcher(reader).search(query, 10).scoreDocs) {
					titles.add(AnimeDocuments.read(reader.storedFields().document(hit.doc)).titles().main());
				}
				return titles;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
