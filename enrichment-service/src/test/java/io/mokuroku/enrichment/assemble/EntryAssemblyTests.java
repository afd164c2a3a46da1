package io.mokuroku.enrichment.assemble;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Gallery;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Score;
import io.mokuroku.enrichment.Facts;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.merge.ScoreFacts;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.Answer;
import io.mokuroku.upstream.TitleFacts;
import org.junit.jupiter.api.Test;

import static io.mokuroku.enrichment.Facts.said;
import static io.mokuroku.enrichment.Works.aDraft;
import static io.mokuroku.enrichment.Works.aRunningEntry;
import static io.mokuroku.enrichment.Works.anActiveEntry;
import static io.mokuroku.enrichment.Works.noting;
import static org.assertj.core.api.Assertions.assertThat;

final class EntryAssemblyTests {

	private static final String MAL = "MYANIMELIST#990041";

	private static final String KITSU = "KITSU#990042";

	private static final URI COVER = URI.create("https://cdn.example.org/1l.jpg");

	@Test
	void makesADraftAnActiveEntryThatSaysHowItKnows() {
		AnimeEntry entry = Materials.of(aDraft()).said(said(MAL, (its) -> {
			its.type = AnimeType.TV;
			its.synopsis = "A courier.";
			its.sourceMaterial = "Light novel";
		})).entry();
		assertThat(entry.lifecycle()).isEqualTo(Lifecycle.ACTIVE);
		assertThat(entry.production().sourceMaterial()).isEqualTo("Light novel");
		assertThat(entry.provenance().get("synopsis"))
			.isEqualTo(new Provenance(Sources.MYANIMELIST, Facts.FETCHED, "PRIORITY", 0.8));
		assertThat(entry.provenance().get("titles.main"))
			.isEqualTo(new Provenance(Sources.DATASET, Entries.CREATED, "PRIORITY", 0.8));
	}

	@Test
	void saysWhichFieldsComeFromAnAnswerThatIsTooOld() {
		AnimeFacts old = said(MAL, (its) -> its.synopsis = "A courier.").as(new Answer<>("", Facts.FETCHED, true));
		AnimeEntry entry = Materials.of(aDraft()).said(old).entry();
		assertThat(entry.provenance().get("synopsis")).returns(Provenance.STALE, Provenance::note);
		assertThat(entry.provenance().get("titles.main")).returns(null, Provenance::note);
	}

	@Test
	void letsNoSnapshotOutvoteWhatProvidersSayOfTheSort() {
		AnimeEntry entry = Materials.of(aDraft().with((change) -> change.type = AnimeType.SPECIAL))
			.said(said(MAL, (its) -> its.type = AnimeType.TV_SPECIAL),
					said(KITSU, (its) -> its.type = AnimeType.SPECIAL))
			.entry();
		assertThat(entry.type()).isEqualTo(AnimeType.TV_SPECIAL);
	}

	@Test
	void leavesAnOrphanAnOrphan() {
		AnimeEntry orphan = aDraft().with((change) -> change.lifecycle = Lifecycle.ORPHANED);
		assertThat(Materials.of(orphan).entry().lifecycle()).isEqualTo(Lifecycle.ORPHANED);
	}

	@Test
	void givesTheSameEntryForTheSameMaterial() {
		Materials material = Materials.of(aRunningEntry()).said(said(MAL, (its) -> its.genres = List.of("A", "B")));
		assertThat(material.assemble()).isEqualTo(material.assemble());
	}

	@Test
	void dropsAnEnglishTitleThatSaysNothingNew() {
		AnimeEntry entry = Materials.of(aDraft())
			.said(said(MAL, (its) -> its.titles = TitleFacts.of(null, "HOSHI NO TEGAMI", "星の手紙", List.of("Letters"))))
			.entry();
		assertThat(entry.titles().english()).isNull();
		assertThat(entry.titles().japanese()).isEqualTo("星の手紙");
		assertThat(entry.titles().synonyms()).containsExactly("Letters");
	}

	@Test
	void doesNotTakeEpisodesSeenSoFarForAPlan() {
		AnimeEntry running = aDraft().with((change) -> change.airing = Works.aRunning());
		assertThat(Materials.of(running).entry().episodes()).isNull();
		assertThat(Materials.of(running).said(said(MAL, (its) -> its.episodes = 24)).entry().episodes()).isEqualTo(24);
		assertThat(Materials.of(aDraft()).entry().episodes()).isEqualTo(12);
	}

	@Test
	void neverLowersThePlanOfARunningWork() {
		AnimeEntry before = noting(aRunningEntry(), "episodes", Sources.KITSU, "PRIORITY");
		AnimeEntry entry = Materials.of(before).said(said(MAL, (its) -> its.episodes = 8)).entry();
		assertThat(entry.episodes()).isEqualTo(12);
		assertThat(entry.provenance().get("episodes")).isEqualTo(before.provenance().get("episodes"));
		assertThat(Materials.of(before).said(said(MAL, (its) -> its.episodes = 24)).entry().episodes()).isEqualTo(24);
	}

	@Test
	void correctsThePlanOfAFinishedWork() {
		assertThat(Materials.of(anActiveEntry()).said(said(MAL, (its) -> its.episodes = 11)).entry().episodes())
			.isEqualTo(11);
	}

	@Test
	void keepsTheCopyOfAPictureThatIsStillTheSame() {
		AnimeEntry before = anActiveEntry()
			.with((change) -> change.artwork = new Artwork(COVER, null, "images/old.jpg"));
		assertThat(Materials.of(before).said(said(MAL, (its) -> its.picture = COVER)).entry().artwork().storedKey())
			.isEqualTo("images/old.jpg");
		URI other = URI.create("https://cdn.example.org/2l.jpg");
		assertThat(Materials.of(before).said(said(MAL, (its) -> its.picture = other)).entry().artwork())
			.isEqualTo(new Artwork(other, null, null,
					new Gallery(List.of(new Gallery.Image(other, Provider.MYANIMELIST)), List.of(), List.of())));
		assertThat(Materials.of(before)
			.said(said(MAL, (its) -> its.picture = other))
			.copied(other, "images/new.jpg")
			.entry()
			.artwork()
			.storedKey()).isEqualTo("images/new.jpg");
	}

	@Test
	void knowsCompaniesByTheirNameAndByAllTheirPages() {
		URI atMal = URI.create("https://myanimelist.net/anime/producer/1");
		URI atAniList = URI.create("https://anilist.co/studio/2");
		AnimeEntry entry = Materials.of(aDraft()).said(said(MAL, (its) -> {
			its.studios = List.of("Studio Kasumi");
			its.pages = Map.of("Studio Kasumi", atMal);
		}), said("ANILIST#1", (its) -> {
			its.studios = List.of("STUDIO KASUMI", "Another");
			its.pages = Map.of("STUDIO KASUMI", atAniList);
		})).entry();
		assertThat(entry.production().companies()).containsExactly(
				new Production.Company(AnimeId.company("studiokasumi"), "Studio Kasumi", List.of(atAniList, atMal)));
	}

	@Test
	void keepsEveryNameUnderItsLanguage() {
		AnimeEntry entry = Materials.of(aDraft())
			.said(said(MAL,
					(its) -> its.titles = new TitleFacts("Hoshi", null, null, List.of(),
							Map.of("en", List.of("Star"), "de", List.of("Stern")))),
					said(KITSU,
							(its) -> its.titles = new TitleFacts("Hoshi", null, null, List.of(),
									Map.of("en", List.of("STAR", "Letters"), "ja-Latn", List.of("Hoshi")))))
			.entry();
		assertThat(entry.titles().byLanguage())
			.isEqualTo(Map.of("en", List.of("Star", "Letters"), "de", List.of("Stern"), "ja-Latn", List.of("Hoshi")));
		assertThat(entry.provenance().get("titles.byLanguage")).returns(List.of(Sources.KITSU), Provenance::alsoFrom);
	}

	@Test
	void saysNothingOfADatasetThatSaysNothing() {
		AnimeEntry entry = Materials.of(aDraft())
			.said(said(MAL,
					(its) -> its.titles = new TitleFacts("Hoshi", null, null, List.of(),
							Map.of("en", List.of("Star")))))
			.entry();
		assertThat(entry.provenance().get("titles.byLanguage"))
			.isEqualTo(new Provenance(Sources.MYANIMELIST, Facts.FETCHED, "UNION", 0.8));
		assertThat(entry.provenance()).doesNotContainKey("media.trailers");
	}

	@Test
	void combinesTheScoresOfProviders() {
		AnimeEntry entry = Materials.of(aDraft())
			.said(said(MAL, (its) -> its.score = new ScoreFacts(8, 100L, null)),
					said(KITSU, (its) -> its.score = new ScoreFacts(6, 50L, null)))
			.entry();
		assertThat(entry.score()).extracting(Score::mean, Score::votes).containsExactly(7.0, 150L);
		assertThat(entry.provenance().get("score")).isEqualTo(
				new Provenance(Sources.DERIVED, Materials.NOW, "EQUAL_WEIGHTS", 0.95, List.of(), "catalogue mean 6.5"));
	}

	@Test
	void drawsScoresToTheMeanThatIsStored() {
		Materials material = Materials.of(aDraft()).said(said(MAL, (its) -> its.score = new ScoreFacts(8, 100L, null)));
		double once = bayesian(material.entry());
		assertThat(bayesian(material.entry())).isEqualTo(once);
		assertThat(bayesian(material.catalogueMean(7.5).entry())).isGreaterThan(once);
	}

	private static double bayesian(AnimeEntry entry) {
		Score score = Objects.requireNonNull(entry.score());
		return Objects.requireNonNull(score.bayesian());
	}

	@Test
	void takesTheScoreOfTheDatasetWhereNoProviderHasOne() {
		Score score = new Score(7, 7, 7, null, null);
		AnimeEntry entry = Materials.of(aDraft().with((change) -> change.score = score)).entry();
		assertThat(entry.score()).isEqualTo(score);
		assertThat(entry.provenance().get("score"))
			.isEqualTo(new Provenance(Sources.DATASET, Entries.CREATED, "PRIORITY", 0.6));
	}

}
