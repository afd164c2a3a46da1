package io.mokuroku.enrichment.assemble;

import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.FieldChoice;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.enrichment.merge.Rules;
import io.mokuroku.enrichment.merge.ScoreFacts;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.upstream.TitleFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.mokuroku.enrichment.Facts.said;
import static io.mokuroku.enrichment.Works.aDraft;
import static io.mokuroku.enrichment.Works.anActiveEntry;
import static io.mokuroku.enrichment.Works.edited;
import static io.mokuroku.enrichment.Works.noting;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is heard beside the sources of today.
 */
final class ChoicesTests {

	private static final String MAL = "MYANIMELIST#990041";

	private static final String KITSU = "KITSU#990042";

	private static final Score SEVEN = new Score(7, 7, 7, 100L, null);

	@Test
	void endsTheDiscussionWithWhatAPersonWrote() {
		AnimeEntry before = edited(anActiveEntry().with((change) -> change.synopsis = "By hand."), "synopsis");
		Assembled assembled = Materials.of(before).said(said(MAL, (its) -> its.synopsis = "By a machine.")).assemble();
		assertThat(assembled.entry().synopsis()).isEqualTo("By hand.");
		assertThat(assembled.entry().provenance().get("synopsis")).isEqualTo(
				Objects.requireNonNull(before.provenance().get("synopsis")).noting(Provenance.DIFFERS_FROM_LOCKED));
		assertThat(Materials.of(assembled.entry())
			.said(said(MAL, (its) -> its.synopsis = "By hand."))
			.entry()
			.provenance()
			.get("synopsis")).isEqualTo(before.provenance().get("synopsis"));
	}

	@Test
	void showsPeopleWhatEverybodyProposed() {
		AnimeEntry before = edited(anActiveEntry().with((change) -> change.synopsis = "By hand."), "synopsis");
		assertThat(Materials.of(before)
			.said(said(KITSU, (its) -> its.synopsis = "By Kitsu."), said(MAL, (its) -> its.synopsis = "By MAL."))
			.assemble()
			.choices()).filteredOn((choice) -> choice.field().equals("synopsis"))
			.singleElement()
			.satisfies((choice) -> {
				assertThat(choice.said()).extracting(FieldChoice.Said::value).startsWith("By MAL.", "By Kitsu.");
				assertThat(Objects.requireNonNull(choice.how()).humanLocked()).isTrue();
			});
	}

	@Test
	void knowsThatAPersonWroteAWholeGroup() {
		AnimeEntry before = edited(anActiveEntry(), "titles");
		AnimeEntry entry = Materials.of(before)
			.said(said(MAL, (its) -> its.titles = TitleFacts.of("X", "Y", "星", List.of("Z"))))
			.entry();
		assertThat(entry.titles()).isEqualTo(before.titles());
		assertThat(entry.provenance().get("titles.japanese")).isEqualTo(
				Objects.requireNonNull(before.provenance().get("titles")).noting(Provenance.DIFFERS_FROM_LOCKED));
	}

	@Test
	void findsNoConflictWhereAPersonHasDecided() {
		AnimeEntry before = edited(anActiveEntry(), "type");
		assertThat(Materials.of(before)
			.said(said(MAL, (its) -> its.type = AnimeType.MOVIE), said(KITSU, (its) -> its.type = AnimeType.OVA))
			.assemble()
			.conflicts()).isEmpty();
	}

	@Test
	void namesWhatProvidersContradictEachOtherAbout() {
		assertThat(Materials.of(aDraft())
			.said(said(MAL, (its) -> its.status = AiringStatus.ONGOING),
					said(KITSU, (its) -> its.status = AiringStatus.FINISHED))
			.assemble()
			.conflicts()).containsExactly("airing.status");
	}

	@Test
	void keepsTheOlderTitleWhenASourceIsSilent() {
		AnimeEntry before = noting(titled("星の手紙"), "titles.japanese", Sources.MYANIMELIST, "PRIORITY");
		AnimeEntry entry = Materials.of(before).dataset(aDraft()).failed(Sources.MYANIMELIST).entry();
		assertThat(entry.titles().japanese()).isEqualTo("星の手紙");
		assertThat(entry.provenance().get("titles.japanese"))
			.isEqualTo(new Provenance(Sources.MYANIMELIST, Entries.CREATED, "PRIORITY", 0.8));
	}

	@Test
	void dropsWhatASourceNoLongerSays() {
		AnimeEntry before = noting(titled("星の手紙"), "titles.japanese", Sources.MYANIMELIST, "PRIORITY");
		AnimeEntry entry = Materials.of(before).dataset(aDraft()).failed(Sources.KITSU).entry();
		assertThat(entry.titles().japanese()).isNull();
		assertThat(entry.provenance()).doesNotContainKey("titles.japanese");
	}

	@Test
	void keepsTheWordOfASilentSourceAgainstALessTrustedOne() {
		AnimeEntry before = noting(anActiveEntry().with((change) -> change.synopsis = "Older words."), "synopsis",
				Sources.MYANIMELIST, "PRIORITY");
		AnimeEntry entry = Materials.of(before)
			.dataset(aDraft())
			.failed(Sources.MYANIMELIST)
			.said(said(KITSU, (its) -> its.synopsis = "Other words."))
			.entry();
		assertThat(entry.synopsis()).isEqualTo("Older words.");
	}

	@Test
	void keepsWhatASilentSourceAddedToAList() {
		Subjects known = new Subjects(List.of("Drama", "Mystery"), List.of(), List.of(), List.of());
		AnimeEntry before = noting(anActiveEntry().with((change) -> change.subjects = known), "subjects.genres",
				Sources.MYANIMELIST, Rules.UNION);
		Materials material = Materials.of(before)
			.dataset(aDraft().with((change) -> change.subjects = Subjects.ofTags(List.of("europe"))))
			.said(said(MAL, (its) -> its.genres = List.of("Drama")));
		assertThat(material.entry().subjects().genres()).containsExactly("Drama");
		assertThat(material.failed(Sources.KITSU).entry().subjects().genres()).containsExactly("Drama", "Mystery");
	}

	@Test
	void keepsWhatIsKnownWhereAStageBroughtNothing() {
		AnimeEntry before = noting(titled("星の手紙"), "titles.japanese", Sources.MYANIMELIST, "PRIORITY");
		Materials material = Materials.of(before)
			.dataset(aDraft())
			.said(said(MAL, (its) -> its.titles = TitleFacts.of(null, null, "星", List.of())));
		assertThat(material.entry().titles().japanese()).isEqualTo("星");
		assertThat(material.missing(Stage.METADATA).entry().titles().japanese()).isEqualTo("星の手紙");
	}

	@Test
	void waitsForSilentSourcesBeforeAScoreChanges() {
		AnimeEntry before = noting(anActiveEntry().with((change) -> change.score = SEVEN), "score", Sources.DERIVED,
				"EQUAL_WEIGHTS");
		ScoreFacts nine = new ScoreFacts(9, 100L, null);
		assertThat(scored(Materials.of(before).failed(Sources.KITSU), nine)).isEqualTo(SEVEN);
		assertThat(scored(Materials.of(before).missing(Stage.MEDIA), nine)).isEqualTo(SEVEN);
		assertThat(scored(Materials.of(before), nine)).extracting(Score::mean).isEqualTo(9.0);
	}

	@Test
	void leavesAScoreThatAPersonGave() {
		AnimeEntry before = edited(anActiveEntry().with((change) -> change.score = SEVEN), "score");
		assertThat(scored(Materials.of(before), new ScoreFacts(9, 100L, null))).isEqualTo(SEVEN);
	}

	private static @Nullable Score scored(Materials material, ScoreFacts score) {
		return material.said(said(MAL, (its) -> its.score = score)).entry().score();
	}

	private static AnimeEntry titled(String japanese) {
		return anActiveEntry()
			.with((change) -> change.titles = new Titles("Hoshi no Tegami", null, japanese, List.of()));
	}

}
