package io.mokuroku.enrichment.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeCharacter.VoiceActor;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.correction.CastCorrections;
import io.mokuroku.enrichment.Works;
import io.mokuroku.upstream.CharacterFacts;
import org.junit.jupiter.api.Test;

import static io.mokuroku.catalogue.CharacterRole.BACKGROUND;
import static io.mokuroku.catalogue.CharacterRole.MAIN;
import static io.mokuroku.catalogue.CharacterRole.SUPPORTING;
import static io.mokuroku.catalogue.Provider.ANILIST;
import static io.mokuroku.catalogue.Provider.KITSU;
import static io.mokuroku.catalogue.Provider.MYANIMELIST;
import static io.mokuroku.enrichment.people.Persons.character;
import static io.mokuroku.enrichment.people.Persons.voice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

final class CharacterMergeTests {

	private static final AnimeId ANIME = Works.aDraft().id();

	private static final CharacterFacts RIKU = character(MYANIMELIST, 71, "Riku Hayama", null, MAIN,
			voice(MYANIMELIST, 1, "Kana Ono", "ja"));

	@Test
	void joinsSpellingsOfOneName() {
		Cast cast = merged(RIKU, character(ANILIST, 5, "Hayama Riku", "葉山陸", SUPPORTING,
				voice(ANILIST, 2, "Ono Kana", "ja"), voice(ANILIST, 3, "Jo Smith", "en")));
		AnimeCharacter riku = only(cast);
		assertThat(riku.id()).isEqualTo(AnimeId.character(RIKU.page()));
		assertThat(riku.name()).isEqualTo("Riku Hayama");
		assertThat(riku.nameNative()).isEqualTo("葉山陸");
		assertThat(riku.role()).isEqualTo(MAIN);
		assertThat(riku.links()).containsExactly(RIKU.page(), Persons.page(ANILIST, "character", 5));
		assertThat(riku.voiceActors()).extracting(VoiceActor::name, VoiceActor::language)
			.containsExactly(tuple("Kana Ono", "ja"), tuple("Jo Smith", "en"));
	}

	@Test
	void neverTellsWhatGivesThePlotAway() {
		assertThat(only(merged(RIKU)).nameVariants()).doesNotContain("Spoiler");
	}

	@Test
	void believesAPageThatNamesAnother() {
		CharacterFacts kitsu = Persons.sameAs(character(KITSU, 9, "The Courier", null, null), RIKU.page());
		assertThat(only(merged(RIKU, kitsu)).nameVariants()).containsExactly("The Courier");
	}

	@Test
	void believesAnOriginalNameThatNobodyElseHas() {
		CharacterFacts mal = character(MYANIMELIST, 1, "R. H.", "葉山 陸", MAIN);
		assertThat(merged(mal, character(ANILIST, 2, "Riku", "葉山陸", MAIN)).characters()).hasSize(1);
		assertThat(merged(mal, character(ANILIST, 2, "Riku", "葉山陸", BACKGROUND),
				character(ANILIST, 3, "Rikuto", "葉山陸", BACKGROUND))
			.characters()).hasSizeGreaterThan(1);
	}

	@Test
	void keepsWhoIsListedOnceOnly() {
		Cast cast = merged(RIKU, character(ANILIST, 5, "Tsubaki Mori", null, MAIN),
				character(KITSU, 6, "Goro Sakai", null, null));
		assertThat(cast.characters()).extracting(AnimeCharacter::name)
			.containsExactly("Riku Hayama", "Tsubaki Mori", "Goro Sakai");
	}

	@Test
	void doesNotJoinByAWordThatManyGoBy() {
		CharacterFacts boss = character(MYANIMELIST, 1, "Boss", null, BACKGROUND);
		assertThat(merged(boss, character(ANILIST, 2, "Boss", null, BACKGROUND)).characters()).hasSize(2);
		CharacterFacts spoken = character(MYANIMELIST, 1, "Boss", null, BACKGROUND,
				voice(MYANIMELIST, 1, "Kana Ono", "ja"));
		assertThat(merged(spoken, character(ANILIST, 2, "Boss", null, BACKGROUND, voice(ANILIST, 4, "Ono, Kana", "ja")))
			.characters()).hasSize(1);
	}

	@Test
	void leavesDoubtfulPairsToAPerson() {
		Cast surer = merged(character(MYANIMELIST, 1, "Riku Hayama", null, MAIN),
				character(ANILIST, 2, "Riku Hatama", null, MAIN));
		assertThat(surer.characters()).hasSize(1);
		Cast opposite = merged(character(MYANIMELIST, 1, "Riku Hayama", null, MAIN),
				character(ANILIST, 2, "Riku Hayama", null, BACKGROUND));
		assertThat(opposite.characters()).hasSize(2);
		assertThat(opposite.doubts()).isEqualTo(1);
	}

	@Test
	void tellsSiblingsOfAnotherGenderApart() {
		CharacterFacts.Details he = new CharacterFacts.Details(null, "Male", null, null, null, 3L);
		CharacterFacts.Details she = new CharacterFacts.Details(null, "Female", null, null, null, null);
		CharacterFacts brother = Persons.detailed(character(MYANIMELIST, 1, "Akira Hayama", null, SUPPORTING), he);
		CharacterFacts sister = Persons.detailed(character(ANILIST, 2, "Akira Hayami", null, SUPPORTING), she);
		Cast cast = merged(brother, sister);
		assertThat(cast.characters()).hasSize(2);
		assertThat(cast.characters().getFirst().favourites()).isEqualTo(Map.of(MYANIMELIST, 3L));
	}

	@Test
	void keepsAnIdentityWhenABetterPageTurnsUp() {
		CharacterFacts kitsu = character(KITSU, 6, "Riku Hayama", null, MAIN);
		List<AnimeCharacter> known = merged(kitsu).characters();
		AnimeCharacter later = CharacterMerge.merge(ANIME, List.of(kitsu, RIKU), known, CastCorrections.NONE)
			.characters()
			.getFirst();
		assertThat(later.id()).isEqualTo(known.getFirst().id()).isEqualTo(AnimeId.character(kitsu.page()));
		assertThat(later.links().getFirst()).isEqualTo(RIKU.page());
	}

	@Test
	void comesToTheSameCastInWhateverOrderItIsTold() {
		List<CharacterFacts> all = new ArrayList<>();
		for (Provider provider : List.of(MYANIMELIST, ANILIST, KITSU)) {
			for (int i = 1; i <= 40; i++) {
				all.add(character(provider, i, "Riku" + (i % 7) + " Hayama" + i, (i % 3 == 0) ? "葉山" + i : null,
						List.of(MAIN, SUPPORTING, BACKGROUND).get(i % 3)));
			}
		}
		Cast cast = CharacterMerge.merge(ANIME, all, List.of(), CastCorrections.NONE);
		assertThat(cast.characters()).hasSizeBetween(40, 80);
		for (int seed = 0; seed < 20; seed++) {
			Collections.shuffle(all, new Random(seed));
			assertThat(CharacterMerge.merge(ANIME, all, List.of(), CastCorrections.NONE)).isEqualTo(cast);
		}
	}

	private static AnimeCharacter only(Cast cast) {
		assertThat(cast.characters()).hasSize(1);
		return cast.characters().getFirst();
	}

	private static Cast merged(CharacterFacts... said) {
		return CharacterMerge.merge(ANIME, List.of(said), List.of(), CastCorrections.NONE);
	}

}
