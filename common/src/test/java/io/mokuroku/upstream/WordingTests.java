package io.mokuroku.upstream;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WordingTests {

	private final NotesOfTests heard = new NotesOfTests();

	@ParameterizedTest
	@CsvSource({ "Sequel, SEQUEL", "sequels, SEQUEL", "prequel, PREQUEL", "Parent Story, PARENT_STORY",
			"PARENT, PARENT_STORY", "parents, PARENT_STORY", "parent_story, PARENT_STORY", "SIDE_STORY, SIDE_STORY",
			"sideStories, SIDE_STORY", "Same Setting, SIDE_STORY", "full_story, FULL_STORY", "Summary, SUMMARY",
			"COMPILATION, SUMMARY", "Spin-Off, SPIN_OFF", "Spin-off, SPIN_OFF", "SPIN_OFF, SPIN_OFF",
			"spinoff, SPIN_OFF", "spinoffs, SPIN_OFF", "Alternative Version, ALTERNATIVE_VERSION",
			"ALTERNATIVE, ALTERNATIVE_VERSION", "alternatives, ALTERNATIVE_VERSION",
			"alternative_setting, ALTERNATIVE_SETTING", "Character, CHARACTER", "Adaptation, ADAPTATION",
			"SOURCE, ADAPTATION", "Other, OTHER", "CONTAINS, OTHER" })
	void knowsTheRelationsOfAllProviders(String label, RelationType type) {
		assertThat(Labels.RELATION.of(label, this.heard.asNotes())).isEqualTo(type);
	}

	@ParameterizedTest
	@CsvSource({ "Manga, MANGA", "4-koma manga, KOMA_4", "4_koma_manga, KOMA_4", "Web manga, WEB_MANGA",
			"digital_manga, WEB_MANGA", "Light novel, LIGHT_NOVEL", "LIGHT_NOVEL, LIGHT_NOVEL", "Novel, NOVEL",
			"WEB_NOVEL, WEB_NOVEL", "Visual Novel, VISUAL_NOVEL", "Game, GAME", "VIDEO_GAME, GAME", "Video Game, GAME",
			"Card game, CARD_GAME", "Original, ORIGINAL", "new, ORIGINAL", "Mixed media, MIXED_MEDIA",
			"MULTIMEDIA_PROJECT, MIXED_MEDIA", "Picture book, PICTURE_BOOK", "LIVE_ACTION, LIVE_ACTION", "ANIME, OTHER",
			"Other, OTHER" })
	void knowsTheSourcesOfAllProviders(String label, SourceMaterial source) {
		assertThat(Labels.SOURCE_MATERIAL.of(label, this.heard.asNotes())).isEqualTo(source);
	}

	@ParameterizedTest
	@CsvSource({ "Main, MAIN", "main character in, MAIN", "SUPPORTING, SUPPORTING", "secondary cast in, SUPPORTING",
			"BACKGROUND, BACKGROUND", "appears in, BACKGROUND" })
	void knowsTheRolesOfAllProviders(String label, CharacterRole role) {
		assertThat(Labels.ROLE.of(label, this.heard.asNotes())).isEqualTo(role);
	}

	@ParameterizedTest
	@CsvSource({ "r, R17", "r+, R_PLUS", "R+, R_PLUS", "pg_13, PG13", "PG-13, PG13", "pg, PG", "rx, RX", "g, G" })
	void tellsTheClassesOfAudienceApart(String label, AgeRating rating) {
		assertThat(Labels.RATING.of(label, this.heard.asNotes())).isEqualTo(rating);
	}

	@ParameterizedTest
	@CsvSource({ "Japanese, ja", "English, en", "Korean, ko", "Portuguese (BR), pt-BR", "Mandarin, zh",
			"JAPANESE, ja" })
	void tagsLanguagesByName(String name, String tag) {
		assertThat(Languages.named(name, this.heard.asNotes())).isEqualTo(tag);
	}

	@ParameterizedTest
	@CsvSource({ "en, en", "en_us, en", "en_jp, ja-Latn", "ja_jp, ja", "en_cn, zh-Latn", "zh_cn, zh", "en_kr, ko-Latn",
			"ko_kr, ko", "fr_fr, fr", "pt_br, pt-BR", "es, es" })
	void tagsLanguagesByLocale(String locale, String tag) {
		assertThat(Languages.located(locale, this.heard.asNotes())).isEqualTo(tag);
	}

	@ParameterizedTest
	@CsvSource({ "x-jat, ja-Latn", "zh-Hans, zh-Hans", "ja, ja", "x-kot, ko-Latn" })
	void keepsTagsButPrivateOnes(String tag, String understood) {
		assertThat(Languages.tagged(tag, this.heard.asNotes())).isEqualTo(understood);
	}

	@Test
	void notesWhatItDoesNotKnow() {
		assertThat(Labels.RELATION.of("Great-Aunt", RelationType.OTHER, this.heard.asNotes()))
			.isEqualTo(RelationType.OTHER);
		assertThat(Languages.named("Klingon", this.heard.asNotes())).isEqualTo("und");
		assertThat(Languages.located("12", this.heard.asNotes())).isEqualTo("und");
		assertThat(Languages.tagged("x-zzz", this.heard.asNotes())).isEqualTo("und");
		assertThat(this.heard.notes()).containsExactly("relation: Great-Aunt", "language: Klingon", "language: 12",
				"language: x-zzz");
	}

	@Test
	void notesNothingWhereNothingIsSaid() {
		assertThat(Labels.RELATION.of(null, this.heard.asNotes())).isNull();
		assertThat(Labels.SOURCE_MATERIAL.of("Unknown", this.heard.asNotes())).isNull();
		assertThat(Labels.SOURCE_MATERIAL.of(" ", this.heard.asNotes())).isNull();
		assertThat(this.heard.notes()).isEmpty();
	}

	@Test
	void refusesTwoMeaningsOfOneLabel() {
		Wording.Builder<Integer> builder = Wording.<Integer>about("number").say(1, "One");
		assertThatThrownBy(() -> builder.say(2, "ONE")).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("ONE means 1 already");
	}

}
