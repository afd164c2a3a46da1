package io.mokuroku.sync.run;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.sync.dataset.DatasetRecord;
import io.mokuroku.sync.dataset.Records;
import io.mokuroku.sync.diff.Change;
import io.mokuroku.sync.diff.Kind;
import io.mokuroku.sync.diff.Step;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ApplyChangesTests {

	@Test
	void addsANewEntryByItselfThatHasMoreLinksThanFitIntoOneTransaction() {
		assertThat(ApplyChanges.sharedItems(added(3))).isEqualTo(4);
		assertThat(ApplyChanges.sharedItems(added(98))).isEqualTo(99);
		assertThat(ApplyChanges.sharedItems(added(99))).isZero();
	}

	private static Change added(int links) {
		DatasetRecord found = Records.aRecord("Yoake",
				IntStream.rangeClosed(1, links).mapToObj((id) -> "ANIDB#" + id).toArray(String[]::new));
		AnimeId id = AnimeId.mintedFrom(found.sources().getFirst());
		return new Change(Map.of(Kind.NEW, 1),
				List.of(new Step.Add(id, found.sources().getFirst().canonical(), found, List.of())), List.of());
	}

}
