package io.mokuroku.catalogue.store;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Gallery;
import io.mokuroku.catalogue.Media;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Questions;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.SourceRelation;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.StageResult;
import io.mokuroku.catalogue.Statistics;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.Titles;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class EntryJsonTests {

	private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

	private static final URI PAGE = URI.create("https://example.org/1");

	/** An entry as it was stored when entries had nothing but what this one has. */
	private static final String OLD = """
			{"id":"9d8c8ec8-75e9-5630-983e-07b4cd37a972","mintedFrom":"https://myanimelist.net/anime/1535",\
			"lifecycle":"ACTIVE","sources":["MYANIMELIST#1535"],"titles":{"main":"Hoshi no Tegami","synonyms":[]},\
			"type":"TV","episodes":12,"airing":{"status":"FINISHED","season":"FALL","year":2006},\
			"subjects":{"genres":["Drama"],"themes":[],"demographics":[],"tags":[]},\
			"production":{"studios":[],"producers":[]},"adult":false,"artwork":{},\
			"score":{"mean":7.0,"median":7.0,"agm":7.0,"votes":12},\
			"relations":[{"type":"SEQUEL","target":"MYANIMELIST#2"}],"review":"NONE",\
			"provenance":{"synopsis":{"source":"kitsu","at":"2026-11-22T12:00:00Z","rule":"PRIORITY","confidence":0.6}},\
			"revision":{"version":3,"createdAt":"2026-11-22T12:00:00Z","updatedAt":"2026-11-22T12:00:00Z",\
			"datasetHash":"a"}}""";

	@Test
	void readsWhatWasStoredBeforeEntriesSaidMore() {
		AnimeEntry entry = EntryJson.read(OLD, AnimeEntry.class);
		assertThat(entry.details()).isEqualTo(Details.NONE);
		assertThat(entry.artwork()).isEqualTo(Artwork.NONE);
		assertThat(entry.production().licensors()).isEmpty();
		assertThat(entry.subjects().contentWarnings()).isEmpty();
		assertThat(entry.airing().delay()).isNull();
		assertThat(entry.relations())
			.containsExactly(new Relation(RelationType.SEQUEL, SourceLink.ofKey("MYANIMELIST#2")));
		assertThat(entry.score()).isEqualTo(new Score(7, 7, 7, 12L, null));
		assertThat(entry.provenance()).containsEntry("synopsis", new Provenance("kitsu", AT, "PRIORITY", 0.6));
	}

	@Test
	void readsEpisodesStoredBeforeTheyHadDetails() {
		Episode episode = EntryJson.read("""
				{"animeId":"9d8c8ec8-75e9-5630-983e-07b4cd37a972","number":{"kind":"REGULAR","value":1},\
				"title":"Rain","state":"COMPLETE"}""", Episode.class);
		assertThat(episode.details()).isEqualTo(Episode.Details.NONE);
	}

	@Test
	void givesBackAllThatIsKnownOfAnEpisode() {
		Episode rich = new Episode(Entries.aDraft("Monster", "MYANIMELIST#19").id(), EpisodeNumber.regular(1), "Rain",
				null, null, null, null, null, Episode.State.COMPLETE, new Episode.Details(null, null, null, AT, true,
						null, List.of(), Map.of("en", "Rain"), List.of(new Media.StreamingLink("Netflix", PAGE))));
		assertThat(EntryJson.read(EntryJson.write(rich), Episode.class)).isEqualTo(rich);
	}

	@Test
	void givesBackAllThatEnrichmentKnows() {
		AnimeEntry rich = rich();
		assertThat(EntryJson.read(EntryJson.write(rich), AnimeEntry.class)).isEqualTo(rich);
	}

	@Test
	void writesTheSameEntryAlwaysTheSame() {
		String once = EntryJson.write(rich());
		assertThat(EntryJson.write(EntryJson.read(once, AnimeEntry.class))).isEqualTo(once);
		assertThat(once.indexOf("\"MYANIMELIST\":{")).isLessThan(once.indexOf("\"KITSU\":{")).isPositive();
	}

	@Test
	void storesNothingForWhatADraftDoesNotHave() {
		assertThat(EntryJson.write(Entries.aDraft("Monster", "MYANIMELIST#19"))).doesNotContain("licensors",
				"contentWarnings", "statistics", "covers", "trailers", "settled", "providers", "companies",
				"byLanguage", "popularity", "episodesAired");
	}

	private static AnimeEntry rich() {
		return Entries.aDraft("Hoshi no Tegami", "MYANIMELIST#1535").with((change) -> {
			change.airing = new Airing(change.airing.status(), null, 2026, null, null, null, null,
					new Delay(LocalDate.of(2026, 11, 1), null, "On Break"));
			change.subjects = new Subjects(List.of("Drama"), List.of(), List.of(), List.of(), List.of("Violence"));
			change.production = new Production(List.of(), List.of(), "Manga", List.of("Sentai"), "JP",
					List.of(new Production.Company(AnimeId.company("sentai"), "Sentai", List.of(PAGE))));
			change.titles = new Titles("Hoshi no Tegami", null, null, List.of(),
					Map.of("ja-Latn", List.of("Hoshi no Tegami"), "en", List.of("Star", "Letters")));
			change.artwork = new Artwork(PAGE, null, null,
					new Gallery(List.of(new Gallery.Image(PAGE, Provider.KITSU)), List.of(), List.of()));
			change.score = new Score(8, 8, 8, 100L, 1000L, 7.5, List.of(Provider.KITSU));
			change.relations = List.of(new Relation(RelationType.SEQUEL, SourceLink.ofKey("MYANIMELIST#2"),
					change.mergedInto, "II", AnimeType.TV, List.of(Provider.MYANIMELIST)));
			change.provenance = Map.of("subjects.genres",
					new Provenance("kitsu", AT, "UNION", 0.6, List.of("anilist"), "x"));
			change.details = new Details("How it came to be.", "MAL Rewrite",
					List.of(new SourceRelation(RelationType.ADAPTATION, PAGE, "Hoshi", "manga", List.of())),
					new Media(List.of(new Media.ThemeSong(1, "Star", null, "A", "1-12", "\"Star\" by A")), List.of(),
							List.of(new Media.Trailer("YOUTUBE", "x", null)),
							List.of(new Media.StreamingLink("Netflix", PAGE)), Map.of("wikipedia", PAGE)),
					Map.of(Provider.KITSU,
							new Statistics(8.1, 10L, 1, 2, 3L, 4L, Map.of(10, 1L, 100, 9L),
									List.of(new Statistics.ContextualRank(42, "most popular", "TV", 2026, "FALL"))),
							Provider.MYANIMELIST, new Statistics(8.0, 90L, null, null, null, null, Map.of())),
					Map.of(Stage.CHARACTERS,
							new StageResult(StageResult.Status.DEGRADED, AT, List.of(Provider.KITSU),
									List.of("Retryable"))),
					new Questions(Map.of("CORE_CONFLICT:type", "a"), Map.of("CORE_CONFLICT:episodes", "b")), 2, 7,
					List.of(new Details.Popularity(LocalDate.of(2026, 11, 22), 71_230)));
		});
	}

}
