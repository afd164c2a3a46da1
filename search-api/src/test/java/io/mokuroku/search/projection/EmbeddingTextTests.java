package io.mokuroku.search.projection;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.search.Shows;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class EmbeddingTextTests {

	@Test
	void saysWhatTheModelCanRead() {
		EmbeddingText text = text((change) -> {
			change.titles = new Titles("Monster", "Naoki Urasawa's Monster", "モンスター",
					List.of("怪物", "The Monster", "Monster 2004"));
			change.synopsis = "A surgeon saves a boy.";
			change.type = AnimeType.TV_SHORT;
		});
		assertThat(text.text())
			.isEqualTo("Monster. Naoki Urasawa's Monster. The Monster. tv short 2006. mystery. A surgeon saves a boy.");
	}

	@Test
	void saysNothingBesideASynopsisThatTells() {
		String synopsis = "A surgeon saves a boy and hunts him as a man. ".repeat(5);
		assertThat(text((change) -> change.synopsis = synopsis).text()).isEqualTo(synopsis);
	}

	@Test
	void saysNothingOfWhatIsNotKnown() {
		EmbeddingText text = text((change) -> {
			change.type = AnimeType.UNKNOWN;
			change.airing = Airing.of(AiringStatus.UNKNOWN, null, null);
			change.subjects = Subjects.ofTags(List.of());
		});
		assertThat(text.text()).isEqualTo("Monster. anime");
	}

	@Test
	void changesItsHashWithItsTextAndWithNothingElse() {
		EmbeddingText before = text((_) -> {
		});
		assertThat(text((change) -> change.episodes = 74)).isEqualTo(before);
		assertThat(text((change) -> change.score = Shows.rated(9, 5L))).isEqualTo(before);
		assertThat(text((change) -> change.synopsis = "A surgeon.").hash()).isNotEqualTo(before.hash());
		assertThat(text((change) -> change.subjects = Subjects.ofTags(List.of("drama"))).hash())
			.isNotEqualTo(before.hash());
	}

	@Test
	void isNeverLongerThanTheModelReads() {
		EmbeddingText text = text((change) -> change.synopsis = "s".repeat(5_000));
		assertThat(text.text()).hasSize(EmbeddingText.LONGEST);
		assertThat(text((change) -> change.synopsis = "s".repeat(6_000))).isEqualTo(text);
	}

	@Test
	void cutsNoCharacterInHalf() {
		for (int padding : new int[] { 0, 1 }) {
			EmbeddingText text = text((change) -> change.synopsis = "x".repeat(padding) + "🎬".repeat(1_000));
			char last = text.text().charAt(text.text().length() - 1);
			assertThat(Character.isLowSurrogate(last)).isTrue();
		}
	}

	@Test
	void namesNoMoreSubjectsThanHelp() {
		List<String> tags = IntStream.range(0, 60).mapToObj((i) -> "tag" + i).toList();
		assertThat(text((change) -> change.subjects = Subjects.ofTags(tags)).text()).contains("tag24")
			.doesNotContain("tag25");
	}

	private static EmbeddingText text(Consumer<AnimeEntry.Change> changes) {
		return EmbeddingText.of(Shows.aShow(19, "Monster", changes));
	}

}
