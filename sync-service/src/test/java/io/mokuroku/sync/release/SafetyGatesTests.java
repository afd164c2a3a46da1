package io.mokuroku.sync.release;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.Provider;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SafetyGatesTests {

	private static final Census PREVIOUS = census(40_000, 0, 0, Map.of(Provider.MYANIMELIST, 30_000L, Provider.ANN, 3L),
			200_000);

	@Test
	void letThroughWhatIsLikeTheReleaseBefore() {
		assertThat(SafetyGates.check(PREVIOUS, PREVIOUS)).isEmpty();
		assertThat(SafetyGates.check(null, PREVIOUS)).isEmpty();
	}

	@Test
	void refuseAReleaseThatLostRecords() {
		assertThat(check(census(39_200, 0, 0, PREVIOUS.links(), 200_000))).isEmpty();
		assertThat(check(census(39_199, 0, 0, PREVIOUS.links(), 200_000)))
			.containsExactly(new GateFailure(Gate.RECORDS, null, 39_200, 39_199));
		assertThat(SafetyGates.check(null, census(0, 0, 0, Map.of(), 0)))
			.containsExactly(new GateFailure(Gate.RECORDS, null, 1, 0));
	}

	@Test
	void refuseAReleaseOfWhichTooMuchIsBroken() {
		assertThat(check(census(39_960, 40, 0, PREVIOUS.links(), 200_000))).isEmpty();
		assertThat(check(census(39_960, 41, 0, PREVIOUS.links(), 200_000)))
			.containsExactly(new GateFailure(Gate.READABLE, null, 39_961, 39_960));
	}

	@Test
	void refuseAReleaseInWhichAProviderLostLinks() {
		assertThat(check(census(40_000, 0, 0, Map.of(Provider.MYANIMELIST, 28_500L, Provider.ANN, 3L), 200_000)))
			.isEmpty();
		assertThat(check(census(40_000, 0, 0, Map.of(Provider.MYANIMELIST, 28_499L), 200_000))).containsExactly(
				new GateFailure(Gate.LINKS, Provider.MYANIMELIST, 28_500, 28_499),
				new GateFailure(Gate.LINKS, Provider.ANN, 3, 0));
	}

	@Test
	void refuseAReleaseWhoseRecordsShareLinks() {
		assertThat(check(census(40_000, 0, 999, PREVIOUS.links(), 200_000))).isEmpty();
		assertThat(check(census(40_000, 0, 1_000, PREVIOUS.links(), 200_000)))
			.containsExactly(new GateFailure(Gate.SHARED_LINKS, null, 999, 1_000));
	}

	@Test
	void careNotForLinksToUnknownSites() {
		Map<Provider, Long> links = new EnumMap<>(PREVIOUS.links());
		links.put(Provider.OTHER, 100L);
		assertThat(SafetyGates.check(census(40_000, 0, 0, links, 200_000), PREVIOUS)).isEmpty();
	}

	@Test
	void sayWhatTheySaw() {
		assertThat(new GateFailure(Gate.LINKS, Provider.ANN, 3, 0).message())
			.isEqualTo("0 links of ANN, at least 3 expected");
		JsonMapper mapper = JsonMapper.shared();
		assertThat(mapper.readValue(mapper.writeValueAsString(PREVIOUS), Census.class)).isEqualTo(PREVIOUS);
	}

	private static List<GateFailure> check(Census now) {
		return SafetyGates.check(PREVIOUS, now);
	}

	private static Census census(long records, long broken, long shared, Map<Provider, Long> links, long distinct) {
		return new Census(records, broken, links, distinct, shared, 0);
	}

}
