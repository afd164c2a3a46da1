package io.mokuroku.upstream.mal;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.SourceMaterial;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.Fixtures;
import io.mokuroku.upstream.NotesOfTests;
import io.mokuroku.upstream.RelationFacts;
import io.mokuroku.upstream.StatisticsFacts.ListState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MalMapperTests {

	private final NotesOfTests heard = new NotesOfTests();

	@Test
	void readsAnAnswer() {
		AnimeFacts facts = facts(Fixtures.read("mal/anime.json", MalAnime.class));
		assertThat(facts.link()).isEqualTo(SourceLink.ofKey("MYANIMELIST#990041"));
		assertThat(facts.titles().japanese()).isEqualTo("星の手紙");
		assertThat(facts.release().type()).isEqualTo(AnimeType.TV);
		assertThat(facts.airing().status()).isEqualTo(AiringStatus.ONGOING);
		assertThat(facts.airing().broadcast())
			.isEqualTo(new Broadcast(DayOfWeek.SUNDAY, LocalTime.of(1, 30), Broadcast.JAPAN));
		assertThat(facts.audience().rating()).isEqualTo(AgeRating.PG13);
		assertThat(facts.production().sourceMaterial()).isEqualTo(SourceMaterial.LIGHT_NOVEL);
		assertThat(facts.statistics().popularityRank()).isEqualTo(1890);
		assertThat(facts.texts().background()).isNull();
		assertThat(this.heard.notes()).isEmpty();
	}

	@Test
	void countsLengthsInSeconds() {
		assertThat(facts(Fixtures.read("mal/anime.json", MalAnime.class)).release().durationSeconds()).isEqualTo(1440);
	}

	@Test
	void readsCountersThatAreStrings() {
		assertThat(facts(Fixtures.read("mal/anime.json", MalAnime.class)).statistics().distribution().lists())
			.containsEntry(ListState.WATCHING, 30_120L);
	}

	@ParameterizedTest
	@CsvSource({ "2026, 2026-01-01, YEAR", "2026-10, 2026-10-01, MONTH", "2026-10-04, 2026-10-04, DAY" })
	void takesDatesForAsPreciseAsTheyAreLong(String text, LocalDate date, PartialDate.Precision precision) {
		assertThat(facts("{'id': 990041, 'start_date': '" + text + "'}").airing().from())
			.isEqualTo(new PartialDate(date, precision));
	}

	@ParameterizedTest
	@CsvSource({ "black, true", "gray, false", "white, false" })
	void takesOnlyBlackForAdult(String nsfw, boolean adult) {
		assertThat(facts("{'id': 990041, 'nsfw': '" + nsfw + "'}").audience().adult()).isEqualTo(adult);
	}

	@ParameterizedTest
	@CsvSource({ "tv_special, TV_SPECIAL", "cm, CM", "pv, PV", "music, MUSIC", "unknown, UNKNOWN" })
	void knowsItsTypes(String type, AnimeType known) {
		assertThat(facts("{'id': 990041, 'media_type': '" + type + "'}").release().type()).isEqualTo(known);
		assertThat(this.heard.notes()).isEmpty();
	}

	@Test
	void keepsBooksApartFromAnime() {
		RelationFacts relations = facts("""
				{'id': 990041, 'related_anime': [{'node': {'id': 990042, 'title': 'P'}, 'relation_type': 'side_story'}],
				'related_manga': [{'node': {'id': 990501, 'title': 'M'}, 'relation_type': 'adaptation'}]}""")
			.relations();
		assertThat(relations.anime()).extracting(RelationFacts.ToAnime::type).containsExactly(RelationType.SIDE_STORY);
		assertThat(relations.sources()).extracting(RelationFacts.ToSource::target)
			.containsExactly(URI.create("https://myanimelist.net/manga/990501"));
	}

	@Test
	void takesOtherForNoWeeklySlot() {
		assertThat(facts("{'id': 990041, 'broadcast': {'day_of_the_week': 'other', 'start_time': '01:30'}}").airing()
			.broadcast()).isNull();
		assertThat(this.heard.notes()).isEmpty();
	}

	@Test
	void notesWordsItDoesNotKnow() {
		facts("{'id': 990041, 'media_type': 'hologram', 'status': 'lost', 'nsfw': 'pink', 'source': 'rumour'}");
		assertThat(this.heard.notes()).containsExactlyInAnyOrder("type: hologram", "status: lost", "nsfw: pink",
				"source material: rumour");
	}

	private AnimeFacts facts(String json) {
		return facts(Fixtures.json(json, MalAnime.class));
	}

	private AnimeFacts facts(MalAnime anime) {
		return new MalMapper(this.heard.asNotes()).facts(anime, Instant.EPOCH);
	}

}
