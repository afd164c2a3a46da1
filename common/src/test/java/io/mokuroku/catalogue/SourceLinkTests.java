package io.mokuroku.catalogue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SourceLinkTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			https://myanimelist.net/anime/1535                            | MYANIMELIST#1535
			http://www.MyAnimeList.net/anime/1535/Death_Note              | MYANIMELIST#1535
			https://myanimelist.net/anime/1535/Death_Note/episode/1       | MYANIMELIST#1535
			https://myanimelist.net/anime.php?id=1535                     | MYANIMELIST#1535
			myanimelist.net/anime/001535/                                 | MYANIMELIST#1535
			https://anilist.co/anime/1535                                 | ANILIST#1535
			https://anilist.co/anime/1535/DEATH-NOTE/                     | ANILIST#1535
			https://kitsu.app/anime/1376                                  | KITSU#1376
			https://kitsu.io/anime/1376                                   | KITSU#1376
			https://kitsu.app/anime/death-note                            | KITSU#death-note
			https://kitsu.io/anime/Death-Note                             | KITSU#death-note
			https://anidb.net/anime/4563                                  | ANIDB#4563
			https://anidb.net/a4563                                       | ANIDB#4563
			https://anidb.info/a4563                                      | ANIDB#4563
			https://anidb.net/perl-bin/animedb.pl?show=anime&aid=4563     | ANIDB#4563
			https://www.anime-planet.com/anime/Death-Note                 | ANIME_PLANET#death-note
			https://anime-planet.com/anime/death-note/reviews             | ANIME_PLANET#death-note
			https://anisearch.com/anime/3633                              | ANISEARCH#3633
			https://www.anisearch.com/anime/3633,death-note               | ANISEARCH#3633
			https://anisearch.com/anime/index/3633                        | ANISEARCH#3633
			https://anisearch.de/anime/3633,death-note                    | ANISEARCH#3633
			https://anisearch.fr/anime/3633                               | ANISEARCH#3633
			https://anisearch.it/anime/3633                               | ANISEARCH#3633
			https://anisearch.es/anime/3633                               | ANISEARCH#3633
			https://anisearch.jp/anime/3633                               | ANISEARCH#3633
			https://animenewsnetwork.com/encyclopedia/anime.php?id=6592   | ANN#6592
			https://www.livechart.me/anime/3437                           | LIVECHART#3437
			https://simkl.com/anime/40190                                 | SIMKL#40190
			https://simkl.com/anime/40190/death-note                      | SIMKL#40190
			https://animecountdown.com/40190                              | ANIMECOUNTDOWN#40190
			https://animecountdown.com/40190/death-note                   | ANIMECOUNTDOWN#40190
			https://animeschedule.net/anime/Hoshi-no-Tegami               | ANIMESCHEDULE#hoshi-no-tegami
			https://notify.moe/anime/0-A-5Fimg                            | NOTIFY#0-A-5Fimg
			https://shikimori.one/animes/z1535-death-note                 | MYANIMELIST#1535
			https://shikimori.org/animes/1535                             | MYANIMELIST#1535
			https://cal.syoboi.jp/tid/1042                                | SYOBOI#1042
			""")
	void readsEveryFormThatAProviderUses(String link, String key) {
		assertThat(SourceLink.parse(link)).map(SourceLink::key).contains(key);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			https://example.org/shows/7?utm=x#top   | OTHER#https://example.org/shows/7
			https://myanimelist.net/manga/21        | OTHER#https://myanimelist.net/manga/21
			https://myanimelist.net/anime/0         | OTHER#https://myanimelist.net/anime/0
			https://anidb.net/anime/99999999999999999999 | OTHER#https://anidb.net/anime/99999999999999999999
			""")
	void keepsWhatItDoesNotKnow(String link, String key) {
		assertThat(SourceLink.parse(link)).map(SourceLink::key).contains(key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "death note", "ftp:/x", "javascript:alert(1)", "https://", "https://exa mple.org/a",
			"https://kitsu.app/anime/ /episodes" })
	void refusesWhatIsNoWebAddress(String text) {
		assertThat(SourceLink.parse(text)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Provider.class)
	void readsItsOwnCanonicalFormBack(Provider provider) {
		SourceLink link = (provider == Provider.OTHER) ? new SourceLink(provider, "https://example.org/7")
				: new SourceLink(provider, "7");
		assertThat(SourceLink.parse(link.canonical().toString())).contains(link);
		assertThat(SourceLink.ofKey(link.key())).isEqualTo(link);
	}

	@Test
	void tellsASlugThatMustStillBeResolved() {
		assertThat(new SourceLink(Provider.KITSU, "death-note").unresolved()).isTrue();
		assertThat(new SourceLink(Provider.KITSU, "1376").unresolved()).isFalse();
	}

	@Test
	void prefersProvidersByPriorityAndThenSmallNumbers() {
		SourceLink mal9 = new SourceLink(Provider.MYANIMELIST, "9");
		SourceLink mal10 = new SourceLink(Provider.MYANIMELIST, "10");
		SourceLink anidb1 = new SourceLink(Provider.ANIDB, "1");
		assertThat(AnimeId.primary(List.of(anidb1, mal10, mal9))).isEqualTo(mal9);
		assertThat(AnimeId.mintedFrom(List.of(mal10, anidb1, mal9))).isEqualTo(AnimeId.mintedFrom(mal9));
	}

	@Test
	void refusesIdsThatCannotBe() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SourceLink(Provider.ANIDB, "abc"));
		assertThatIllegalArgumentException().isThrownBy(() -> new SourceLink(Provider.ANIDB, "-1"));
		assertThatIllegalArgumentException().isThrownBy(() -> SourceLink.ofKey("NOWHERE#1"));
		assertThatIllegalArgumentException().isThrownBy(() -> SourceLink.ofKey("ANIDB"));
	}

	@Test
	void hasACodeThatNumbersSurvive() {
		assertThat(SourceLink.ofKey("SYOBOI#999999999999999999").code() & (1L << 60) - 1)
			.isEqualTo(999_999_999_999_999_999L);
		assertThat(SourceLink.ofKey("MYANIMELIST#1535").code()).isEqualTo(1535);
		assertThat(SourceLink.ofKey("ANIDB#1535").code()).isEqualTo((1L << 60) + 1535);
		SourceLink slug = SourceLink.ofKey("KITSU#death-note");
		assertThat(slug.code()).isNotEqualTo(SourceLink.ofKey("ANIME_PLANET#death-note").code());
	}

}
