package io.mokuroku.enrichment.stage;

import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Questions;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.stage.InverseRelations.Contradiction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class InverseRelationsTests {

	private static final AnimeEntry ENTRY = Works.anActiveEntry();

	private static final SourceLink OTHER = SourceLink.ofKey("MYANIMELIST#990050");

	@ParameterizedTest
	@CsvSource({ "SEQUEL, PREQUEL", "PREQUEL, SEQUEL", "PARENT_STORY, SIDE_STORY", "SIDE_STORY, PARENT_STORY",
			"SPIN_OFF, PARENT_STORY", "SUMMARY, FULL_STORY", "FULL_STORY, SUMMARY",
			"ALTERNATIVE_VERSION, ALTERNATIVE_VERSION", "ALTERNATIVE_SETTING, ALTERNATIVE_SETTING",
			"CHARACTER, CHARACTER", "CROSSOVER, CROSSOVER", "OTHER, OTHER", "ADAPTATION,", "UNSPECIFIED," })
	void knowsWhatFollows(RelationType said, @Nullable RelationType follows) {
		AnimeEntry other = Works.another(OTHER.key(), said, ENTRY);
		assertThat(InverseRelations.with(ENTRY, other).map(List::getFirst).map(Relation::type).orElse(null))
			.isEqualTo(follows);
	}

	@Test
	void addsWhatIsMissingAndSaysThatItFollows() {
		AnimeEntry other = Works.another(OTHER.key(), RelationType.SEQUEL, ENTRY);
		List<Relation> once = InverseRelations.with(ENTRY, other).orElseThrow();
		assertThat(once).containsExactly(
				new Relation(RelationType.PREQUEL, OTHER, other.id(), "Another", AnimeType.TV, List.of(), true));
		assertThat(InverseRelations.with(relating(ENTRY, once), other)).as("again").isEmpty();
		assertThat(InverseRelations.with(other, relating(ENTRY, once))).as("and back").isEmpty();
	}

	@Test
	void leavesWhatSomebodySays() {
		AnimeEntry other = Works.another(OTHER.key(), RelationType.SEQUEL, ENTRY);
		List<Relation> said = List
			.of(new Relation(RelationType.SIDE_STORY, OTHER, null, null, null, List.of(Provider.KITSU)));
		assertThat(InverseRelations.with(relating(ENTRY, said), other)).isEmpty();
		assertThat(InverseRelations.complete(ENTRY, said, List.of(other))).isEqualTo(said);
	}

	@Test
	void givesATypeToWhatOnlyTheDatasetRelates() {
		AnimeEntry other = Works.another(OTHER.key(), RelationType.SEQUEL, ENTRY);
		List<Relation> untyped = List.of(new Relation(RelationType.UNSPECIFIED, OTHER));
		assertThat(InverseRelations.with(relating(ENTRY, untyped), other).orElseThrow()).extracting(Relation::type)
			.containsExactly(RelationType.PREQUEL);
		assertThat(InverseRelations.complete(ENTRY, untyped, List.of(other))).extracting(Relation::type)
			.containsExactly(RelationType.PREQUEL);
	}

	@Test
	void followsWhatTheOtherSaysNow() {
		AnimeEntry other = Works.another(OTHER.key(), RelationType.SEQUEL, ENTRY);
		AnimeEntry told = relating(ENTRY, InverseRelations.with(ENTRY, other).orElseThrow());
		AnimeEntry changed = Works.another(OTHER.key(), RelationType.SUMMARY, ENTRY);
		assertThat(InverseRelations.with(told, changed).orElseThrow()).extracting(Relation::type)
			.containsExactly(RelationType.FULL_STORY);
		assertThat(InverseRelations.complete(told, told.relations(), List.of(changed))).extracting(Relation::type)
			.containsExactly(RelationType.FULL_STORY);
		AnimeEntry silent = relating(other, List.of());
		assertThat(InverseRelations.complete(told, told.relations(), List.of(silent))).isEmpty();
	}

	@Test
	void findsNoConsequenceInWhatOnlyFollows() {
		AnimeEntry other = Works.another(OTHER.key(), RelationType.SEQUEL, ENTRY);
		AnimeEntry told = relating(ENTRY, InverseRelations.with(ENTRY, other).orElseThrow());
		AnimeEntry silent = relating(other, List.of());
		assertThat(InverseRelations.with(silent, told)).isEmpty();
		assertThat(InverseRelations.complete(silent, List.of(), List.of(told))).isEmpty();
	}

	@Test
	void doesNotListenToDraftsAndRedirects() {
		AnimeEntry draft = Works.another(OTHER.key(), RelationType.SEQUEL, ENTRY)
			.with((change) -> change.lifecycle = Lifecycle.DRAFT);
		AnimeEntry redirect = draft.with((change) -> {
			change.lifecycle = Lifecycle.REDIRECT;
			change.mergedInto = ENTRY.id();
		});
		assertThat(InverseRelations.with(ENTRY, draft)).isEmpty();
		assertThat(InverseRelations.with(ENTRY, redirect)).isEmpty();
	}

	@Test
	void keepsWhatHasFollowedSinceAProposalWasMade() {
		AnimeEntry other = Works.another(OTHER.key(), RelationType.SEQUEL, ENTRY);
		AnimeEntry told = relating(ENTRY, InverseRelations.with(ENTRY, other).orElseThrow());
		assertThat(InverseRelations.keep(ENTRY, told)).isEqualTo(told.relations());
		List<Relation> proposed = List
			.of(new Relation(RelationType.SIDE_STORY, OTHER, null, null, null, List.of(Provider.KITSU)));
		assertThat(InverseRelations.keep(relating(ENTRY, proposed), told)).isEqualTo(proposed);
		assertThat(InverseRelations.keep(Works.edited(ENTRY, "relations"), told)).as("a person wrote none").isEmpty();
	}

	@Test
	void findsTwoThatCallEachOtherSequel() {
		AnimeEntry other = Works.another(OTHER.key(), RelationType.SEQUEL, ENTRY);
		List<Relation> same = calling(RelationType.SEQUEL, other.id());
		assertThat(InverseRelations.contradictions(ENTRY, same, List.of(other)))
			.containsExactly(new Contradiction(RelationType.SEQUEL, other.id()));
		assertThat(InverseRelations.contradictions(ENTRY, calling(RelationType.PREQUEL, other.id()), List.of(other)))
			.isEmpty();
		AnimeEntry side = Works.another(OTHER.key(), RelationType.OTHER, ENTRY);
		assertThat(InverseRelations.contradictions(ENTRY, calling(RelationType.OTHER, side.id()), List.of(side)))
			.isEmpty();
	}

	@Test
	void doesNotAskAgainWhatWasAnsweredAtTheOther() {
		AnimeEntry other = Works.another(OTHER.key(), RelationType.SEQUEL, ENTRY)
			.with((change) -> change.details = change.details
				.withQuestions(new Questions(Map.of(), Map.of("RELATION_CONFLICT:SEQUEL-" + ENTRY.id(), "a digest"))));
		assertThat(InverseRelations.contradictions(ENTRY, calling(RelationType.SEQUEL, other.id()), List.of(other)))
			.isEmpty();
	}

	private static List<Relation> calling(RelationType type, AnimeId other) {
		return List.of(new Relation(type, OTHER, other, null, null, List.of(Provider.MYANIMELIST)));
	}

	private static AnimeEntry relating(AnimeEntry entry, List<Relation> relations) {
		return entry.with((change) -> change.relations = relations);
	}

}
