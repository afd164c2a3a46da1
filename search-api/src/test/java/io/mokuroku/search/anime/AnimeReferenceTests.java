package io.mokuroku.search.anime;

import java.util.Locale;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class AnimeReferenceTests {

	private static final String ID = "9d8c8ec8-75e9-5630-983e-07b4cd37a972";

	@Test
	void readsOurOwnIds() {
		assertThat(AnimeReference.parse(ID)).hasValue(new AnimeReference.ById(AnimeId.of(ID)));
		assertThat(AnimeReference.parse(ID.toUpperCase(Locale.ROOT))).hasValue(new AnimeReference.ById(AnimeId.of(ID)));
	}

	@ParameterizedTest
	@CsvSource({ "mal:1535,MYANIMELIST#1535", "MAL:01535,MYANIMELIST#1535", "myanimelist:1535,MYANIMELIST#1535",
			"al:1535,ANILIST#1535", "anime-planet:Death-Note,ANIME_PLANET#death-note", "anidb:4563,ANIDB#4563",
			"kitsu:death-note,KITSU#death-note" })
	void readsTheIdsOfProviders(String text, String key) {
		assertThat(AnimeReference.parse(text)).hasValue(new AnimeReference.ByLink(SourceLink.ofKey(key)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "what", "1535", "mal", "mal:", "mal:0", "mal:-1", "mal:abc", "mal: 1", ":1535",
			"imdb:1535", "9d8c8ec8-75e9-5630-983e-07b4cd37a97", "9d8c8ec8-75e9-5630-983e-07b4cd37a9zz",
			"9d8c8ec875e95630983e07b4cd37a972" })
	void knowsNoOtherForm(String text) {
		assertThat(AnimeReference.parse(text)).isEmpty();
	}

	@Test
	void readsNoIdThatNoProviderHas() {
		assertThat(AnimeReference.parse("anime-planet:" + "a".repeat(200))).isPresent();
		assertThat(AnimeReference.parse("anime-planet:" + "a".repeat(2_100))).isEmpty();
	}

}
