package io.mokuroku.sync.snapshot;

import io.mokuroku.catalogue.store.StoredItem;
import io.mokuroku.catalogue.store.TruthTable;
import io.mokuroku.sync.snapshot.RestoreRule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RestoreRuleTests {

	@ParameterizedTest(name = "{0}: version {1} stored, {2} present")
	@CsvSource({ "NEWER_WINS, 3, 0, ADD", "NEWER_WINS, 3, 2, REPLACE", "NEWER_WINS, 3, 3, KEEP",
			"NEWER_WINS, 3, 4, KEEP", "NEWER_WINS, 0, 2, KEEP", "NEWER_WINS, 0, 0, ADD", "SNAPSHOT_WINS, 3, 0, ADD",
			"SNAPSHOT_WINS, 3, 2, REPLACE", "SNAPSHOT_WINS, 3, 3, REPLACE", "SNAPSHOT_WINS, 3, 4, REPLACE",
			"SNAPSHOT_WINS, 0, 2, KEEP" })
	void decidesAboutEntriesByTheirVersions(RestoreMode mode, long stored, long present, Verdict verdict) {
		assertThat(RestoreRule.entry(mode, stored, present)).isEqualTo(verdict);
	}

	@ParameterizedTest
	@EnumSource(RestoreMode.class)
	void writesAnItemThatIsMissingAndNoneThatIsTheSame(RestoreMode mode) {
		assertThat(RestoreRule.writes(mode, review(2, "a"), null)).isTrue();
		assertThat(RestoreRule.writes(mode, review(2, "a"), review(2, "a"))).isFalse();
	}

	@Test
	void writesOverAnItemOnlyWhatIsNewerUnlessTheSnapshotWins() {
		assertThat(RestoreRule.writes(RestoreMode.NEWER_WINS, review(2, "a"), review(1, "b"))).isTrue();
		assertThat(RestoreRule.writes(RestoreMode.NEWER_WINS, review(2, "a"), review(2, "b"))).isFalse();
		assertThat(RestoreRule.writes(RestoreMode.NEWER_WINS, review(2, "a"), review(3, "b"))).isFalse();
		assertThat(RestoreRule.writes(RestoreMode.SNAPSHOT_WINS, review(2, "a"), review(3, "b"))).isTrue();
	}

	private static StoredItem review(long version, String body) {
		return StoredItem.parse(TruthTable.REVIEWS,
				"{\"Item\":{\"task_id\":{\"S\":\"t\"},\"revision\":{\"N\":\"%d\"},\"body\":{\"S\":\"%s\"}}}"
					.formatted(version, body));
	}

}
