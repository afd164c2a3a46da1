package io.mokuroku.search.index;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.search.Shows;
import io.mokuroku.search.projection.IndexedAnime;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class AnimeDocumentsTests {

	private final IndexedAnime monster = Shows.aShow(19, "Monster", (change) -> {
		change.titles = new Titles("Monster", "Naoki Urasawa's Monster", "モンスター", List.of("MONSTER"));
		change.synopsis = "A surgeon.\n„Boy” 🎬";
		change.subjects = new Subjects(List.of("Mystery"), List.of(), List.of("Seinen"), List.of("europe"));
		change.artwork = new Artwork(URI.create("https://example.org/l.png"), null, null);
		change.score = Shows.rated(8.88, 1_000_000L);
	});

	@Test
	void readsBackWhatItWrote() {
		DocumentState state = DocumentState.unknown(this.monster.id()).after(new IndexChange.Put(this.monster));
		Document document = AnimeDocuments.write(state);
		assertThat(AnimeDocuments.read(document)).isEqualTo(this.monster);
		assertThat(AnimeDocuments.read(document, null)).isEqualTo(state);
	}

	@Test
	void keepsNothingOfAWithdrawnAnimeToSearch() {
		DocumentState state = new DocumentState(this.monster.id(), 7, null, null, null, null);
		Document document = AnimeDocuments.write(state);
		assertThat(document).extracting(IndexableField::name).containsExactly("id", "version");
		assertThat(AnimeDocuments.read(document, null)).isEqualTo(state);
	}

	@Test
	void marksWhatAnswersMayShowAndWhatWaits() {
		assertThat(names(this.monster)).contains(AnimeDocuments.SHOWN, AnimeDocuments.WAITS);
		assertThat(names(Shows.aShow(19, "Monster", (change) -> change.adult = true)))
			.doesNotContain(AnimeDocuments.SHOWN, AnimeDocuments.WAITS);
	}

	@Test
	void indexesEachSpellingOfATitleOnce() {
		assertThat(values(this.monster, TitleFields.NAME)).containsExactly("monster", "naokiurasawasmonster", "もんすたー");
		assertThat(values(this.monster, TitleFields.WORDS)).contains("naoki urasawas monster");
	}

	@Test
	void findsStudiosAmongSubjects() {
		assertThat(values(this.monster, AnimeDocuments.SUBJECTS)).containsExactly("mystery", "seinen", "europe",
				"madhouse");
	}

	@Test
	void takesTitlesOfAnyLength() {
		IndexedAnime endless = Shows.aShow(19, "ﷺ".repeat(20_000));
		assertThat(values(endless, TitleFields.NAME)).singleElement()
			.satisfies((name) -> assertThat(name.length()).isLessThan(32_766 / 3));
	}

	private static List<String> names(IndexedAnime anime) {
		return write(anime).getFields().stream().map(IndexableField::name).toList();
	}

	private static List<String> values(IndexedAnime anime, String field) {
		return Arrays.stream(write(anime).getFields(field))
			.map((each) -> Objects.requireNonNull(each.stringValue()))
			.toList();
	}

	private static Document write(IndexedAnime anime) {
		return AnimeDocuments.write(DocumentState.unknown(anime.id()).after(new IndexChange.Put(anime)));
	}

}
