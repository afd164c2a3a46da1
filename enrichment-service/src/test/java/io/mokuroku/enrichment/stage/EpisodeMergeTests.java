package io.mokuroku.enrichment.stage;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.Episode.State;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Media;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.enrichment.Works;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.MediaFacts;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.mokuroku.enrichment.Facts.anEpisode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

final class EpisodeMergeTests {

	private static final AnimeId ID = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#990041"));

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@Test
	void fillsGapsOfOneSourceFromAnother() {
		List<EpisodeFacts> mal = List.of(anEpisode(1, "The First Letter", "2026-10-04"), anEpisode(3, null, null));
		List<EpisodeFacts> kitsu = List.of(anEpisode(1, "First", "2026-10-03"), anEpisode(2, "Rain", "2026-10-11"),
				anEpisode(3, "Lantern", "2026-10-18"));
		assertThat(merged(List.of(mal, kitsu), List.of())).extracting(Episode::number, Episode::title, Episode::airDate)
			.containsExactly(row(1, "The First Letter", "2026-10-04"), row(2, "Rain", "2026-10-11"),
					row(3, "Lantern", "2026-10-18"));
	}

	@Test
	void keepsTitlesByLanguageAndPlacesToWatch() {
		URI page = URI.create("https://www.crunchyroll.com/watch/A?ref=x");
		EpisodeFacts kitsu = spoken(Map.of("en", "Rain", "de", "Episode 1", "ja", "雨"), null);
		EpisodeFacts aniList = spoken(Map.of("en", "The Rain"), page);
		List<Episode> first = merged(List.of(List.of(kitsu), List.of(aniList)), List.of());
		assertThat(first.getFirst().details().titles()).isEqualTo(Map.of("en", "Rain", "ja", "雨"));
		assertThat(first.getFirst().details().streaming())
			.containsExactly(new Media.StreamingLink("Crunchyroll", page));
		EpisodeFacts moved = spoken(Map.of("fr", "Pluie"), URI.create("https://crunchyroll.com/watch/A"));
		assertThat(merged(List.of(List.of(moved)), first).getFirst().details()).satisfies((details) -> {
			assertThat(details.titles()).isEqualTo(Map.of("en", "Rain", "ja", "雨", "fr", "Pluie"));
			assertThat(details.streaming()).hasSize(1);
		});
	}

	@Test
	void takesAToldInstantInsteadOfAComputedOne() {
		Instant told = Instant.parse("2026-10-04T14:30:00Z");
		Episode computed = Works.anEpisode(ID, 1, "Rain", "2026-10-04", State.COMPLETE)
			.with(Episode.Details.NONE.withDerivedAiredAt(told.minusSeconds(60)));
		EpisodeFacts facts = new EpisodeFacts(EpisodeNumber.regular(1), EpisodeFacts.Titles.NONE, null, told, null,
				null, null, null, null, null, List.of(), null);
		assertThat(merged(List.of(List.of(facts)), List.of(computed)).getFirst().details())
			.isEqualTo(new Episode.Details(null, null, null, told, null, null, List.of(), Map.of(), List.of()));
		assertThat(merged(List.of(), List.of(computed))).containsExactly(computed);
	}

	@Test
	void remembersThatASourceListsAnEpisodeUntilItHasATitle() {
		List<Episode> untitled = merged(List.of(List.of(anEpisode(8, "Episode 8", null))), List.of());
		assertThat(untitled).extracting(Episode::title, Episode::listed).containsExactly(tuple(null, true));
		assertThat(merged(List.of(), untitled)).containsExactlyElementsOf(untitled);
		Episode titled = merged(List.of(List.of(anEpisode(8, "Dawn", null))), untitled).getFirst();
		assertThat(titled).isEqualTo(Works.anEpisode(ID, 8, "Dawn", null, State.COMPLETE));
		assertThat(titled.listed()).isTrue();
		Episode nobodys = Works.anEpisode(ID, 7, null, "2026-11-15", State.AIRED_UNCONFIRMED);
		assertThat(merged(List.of(), List.of(nobodys)).getFirst().listed()).isFalse();
	}

	@Test
	void remembersThatSourcesWereAskedForAnEpisodeUntilOneListsIt() {
		Episode aired = Works.anEpisode(ID, 8, null, "2026-11-22", State.AIRED_UNCONFIRMED);
		assertThat(aired.unlisted()).as("nobody was asked").isFalse();
		Episode unlisted = Works.unlisted(aired);
		assertThat(merged(List.of(), List.of(unlisted))).containsExactly(unlisted);
		assertThat(unlisted.unlisted()).isTrue();
		Episode untitled = merged(List.of(List.of(anEpisode(8, "Episode 8", null))), List.of(unlisted)).getFirst();
		assertThat(untitled.unlisted()).isFalse();
		assertThat(untitled.details().unlisted()).isNull();
		assertThat(merged(List.of(List.of(anEpisode(8, "Dawn", null))), List.of(unlisted)).getFirst())
			.isEqualTo(Works.anEpisode(ID, 8, "Dawn", "2026-11-22", State.COMPLETE));
	}

	@Test
	void takesAnEpisodeThatAPersonNamedForListed() {
		assertThat(Works.unlisted(Works.anEpisode(ID, 8, "Dawn", null, State.COMPLETE)).unlisted()).isFalse();
	}

	private static EpisodeFacts spoken(Map<String, String> titles, @Nullable URI page) {
		return new EpisodeFacts(EpisodeNumber.regular(1), new EpisodeFacts.Titles(titles.get("en"), null, null, titles),
				null, null, null, null, null, null, null, null,
				(page != null) ? List.of(new MediaFacts.Stream("Crunchyroll", page, List.of())) : List.of(), null);
	}

	@Test
	void sortsByNumberAndNotByText() {
		List<EpisodeFacts> many = List.of(anEpisode(10, "J", null), anEpisode(9, "I", null), anEpisode(100, "Z", null));
		assertThat(merged(List.of(many), List.of())).extracting((episode) -> episode.number().value().intValue())
			.containsExactly(9, 10, 100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Episode 8", "ep. 8", "EP8", "#8", "8", "第8話", "第８話", "第 8 話", "TBA", "Untitled" })
	void takesAPlaceholderForNoTitle(String placeholder) {
		Episode episode = merged(List.of(List.of(anEpisode(8, placeholder, null)), List.of(anEpisode(8, "Dawn", null))),
				List.of())
			.getFirst();
		assertThat(episode.title()).isEqualTo("Dawn");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Episode 8: Dawn", "8 Letters", "第8話 夜明け", "Tba Mountain" })
	void keepsATitleThatOnlyBeginsLikeAPlaceholder(String title) {
		assertThat(merged(List.of(List.of(anEpisode(8, title, null))), List.of()).getFirst().title()).isEqualTo(title);
	}

	@Test
	void losesNothingThatIsKnown() {
		Episode known = new Episode(ID, EpisodeNumber.regular(1), "The First Letter", "最初の手紙", "Saisho no Tegami",
				LocalDate.of(2026, 10, 4), 1440, "A letter.", State.COMPLETE);
		Episode special = new Episode(ID, new EpisodeNumber(EpisodeKind.SPECIAL, BigDecimal.ONE), "Extra", null, null,
				null, null, null, State.COMPLETE);
		assertThat(merged(List.of(List.of(anEpisode(1, "Episode 1", null))), List.of(known, special)))
			.containsExactly(known, special);
		assertThat(merged(List.of(), List.of(known, special))).containsExactly(known, special);
	}

	@Test
	void prefersNewsToWhatIsKnown() {
		Episode known = Works.anEpisode(ID, 1, "Working title", "2026-10-11", State.COMPLETE);
		assertThat(merged(List.of(List.of(anEpisode(1, "The First Letter", "2026-10-04"))), List.of(known)))
			.containsExactly(Works.anEpisode(ID, 1, "The First Letter", "2026-10-04", State.COMPLETE));
	}

	@Test
	void tellsHowFarAnEpisodeHasCome() {
		List<EpisodeFacts> said = List.of(anEpisode(1, "A", "2026-11-21"), anEpisode(2, null, "2026-11-22"),
				anEpisode(3, "C", "2026-11-23"), anEpisode(4, null, null), anEpisode(5, "E", null));
		assertThat(merged(List.of(said), List.of())).extracting(Episode::state)
			.containsExactly(State.COMPLETE, State.AIRED_UNCONFIRMED, State.SCHEDULED, State.PLACEHOLDER,
					State.COMPLETE);
	}

	@Test
	void noticesThatAScheduledEpisodeHasAiredAlthoughNobodyListsIt() {
		Episode scheduled = Works.anEpisode(ID, 7, null, "2026-11-15", State.SCHEDULED);
		assertThat(merged(List.of(), List.of(scheduled)).getFirst().state()).isEqualTo(State.AIRED_UNCONFIRMED);
	}

	@Test
	void cleansSynopses() {
		EpisodeFacts said = EpisodeFacts.of(EpisodeNumber.regular(1), EpisodeFacts.Titles.NONE, null, null,
				"<p>A letter.</p>(Source: Somebody)");
		assertThat(merged(List.of(List.of(said)), List.of()).getFirst().synopsis()).isEqualTo("A letter.");
	}

	private static List<Episode> merged(List<List<EpisodeFacts>> lists, List<Episode> known) {
		return EpisodeMerge.merge(ID, lists, known, TODAY);
	}

	private static Tuple row(int number, String title, String airDate) {
		return tuple(EpisodeNumber.regular(number), title, LocalDate.parse(airDate));
	}

}
