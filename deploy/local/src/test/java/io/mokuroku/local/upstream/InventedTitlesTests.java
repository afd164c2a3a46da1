package io.mokuroku.local.upstream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InventedTitlesTests {

	private static final List<SampleTitle> ALL = InventedTitles.first(InventedTitles.ALL);

	@Test
	void areTheSameEveryTimeAndEachIsAnother() {
		assertThat(InventedTitles.first(500)).isEqualTo(ALL.subList(0, 500));
		assertThat(ALL).extracting(SampleTitle::title).doesNotHaveDuplicates();
		assertThat(ALL).extracting(SampleTitle::mal).doesNotHaveDuplicates();
		List<SampleTitle> known = SampleTitles.andInvented();
		assertThat(known).extracting(SampleTitle::mal).doesNotHaveDuplicates();
		assertThat(known).extracting(SampleTitle::title).doesNotHaveDuplicates();
		assertThatIllegalArgumentException().isThrownBy(() -> InventedTitles.first(InventedTitles.ALL + 1));
	}

	@Test
	void someRunEveryDayWheneverThatIs() {
		for (String day : List.of("2026-11-27T00:05:00Z", "2028-02-29T00:05:00Z", "2031-07-06T00:05:00Z")) {
			Instant from = Instant.parse(day);
			assertThat(ALL.subList(0, 500)
				.stream()
				.flatMap((title) -> new EpisodeGuide(title, from).between(from, from.plusSeconds(86_400)).stream()))
				.as(day)
				.hasSizeBetween(2, 20);
		}
	}

	@Test
	void aboutSomeTheProvidersDoNotAgree() {
		assertThat(ALL).filteredOn((title) -> title.conflict() != null).hasSizeBetween(20, 60);
	}

	@Test
	void nobodyInACastSharesAName() {
		for (SampleTitle title : ALL) {
			InventedCast cast = InventedCast.of(title);
			assertThat(cast.characters()).isNotEmpty()
				.extracting((figure) -> figure.name().family())
				.doesNotHaveDuplicates();
			assertThat(cast.characters()).extracting(InventedCast.Figure::id).doesNotHaveDuplicates();
			assertThat(cast.staff()).extracting((maker) -> maker.person().id()).doesNotHaveDuplicates();
		}
	}

	@Test
	void peopleAndEpisodesHaveNamesOfTheirOwn() {
		assertThat(IntStream.range(0, InventedName.ALL).mapToObj(InventedName::of)).doesNotHaveDuplicates();
		List<EpisodeNames> episodes = new ArrayList<>();
		IntStream.rangeClosed(1, 1_200).forEach((number) -> episodes.add(EpisodeNames.of(21, number)));
		assertThat(episodes).extracting(EpisodeNames::english).doesNotHaveDuplicates();
		assertThat(new InventedName("Endou", "Yuuma", "遠藤 悠真").withMacrons()).isEqualTo("Yūma Endō");
	}

}
