package io.mokuroku.enrichment.merge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.mokuroku.catalogue.PartialDate.Precision;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class RulesTests {

	private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

	private static final String MAL = Sources.MYANIMELIST;

	private static final PartialDate IN_OCTOBER = new PartialDate(LocalDate.of(2026, 10, 1), Precision.MONTH);

	private static final PartialDate OCTOBER_4 = PartialDate.of(LocalDate.of(2026, 10, 4));

	private static final PartialDate APRIL_4 = PartialDate.of(LocalDate.of(2026, 4, 4));

	@Test
	void takesTheMostTrustedAndSaysWhy() {
		assertThat(Rules.<String>priority().choose(List.of(mal("A"), kitsu("B")), MAL))
			.contains(new Resolved<>("A", new Provenance(MAL, AT, "PRIORITY", 0.8), false));
	}

	@Test
	void trustsAnotherSourceLess() {
		assertThat(Rules.<String>priority().choose(List.of(kitsu("B")), MAL))
			.contains(new Resolved<>("B", new Provenance(Sources.KITSU, AT, "PRIORITY", 0.6), false));
	}

	@Test
	void isSurerWhenAnotherAgrees() {
		assertThat(chosen(Rules.priority(Integer::equals), mal(12), kitsu(12)).provenance().confidence())
			.isEqualTo(0.95);
	}

	@Test
	void tellsAContradictionOfProviders() {
		Resolved<Integer> disputed = chosen(Rules.priority(Integer::equals), mal(12), kitsu(24));
		assertThat(disputed).isEqualTo(new Resolved<>(12, new Provenance(MAL, AT, "PRIORITY", 0.5), true));
	}

	@Test
	void doesNotTakeAnOldDatasetForAContradiction() {
		assertThat(chosen(Rules.priority(Integer::equals), mal(12), dataset(11)).conflict()).isFalse();
		assertThat(chosen(Rules.priority(Integer::equals), dataset(11), mal(12), kitsu(12)).conflict()).isFalse();
		assertThat(chosen(Rules.priority(Integer::equals), dataset(11), mal(12), kitsu(13)).conflict()).isTrue();
	}

	@Test
	void followsTwoOfThree() {
		Resolved<String> resolved = chosen(Rules.majority(String::equals), mal("TV"), kitsu("ONA"), dataset("ONA"));
		assertThat(resolved).isEqualTo(new Resolved<>("ONA", new Provenance(Sources.KITSU, AT, "MAJORITY", 0.9), true));
	}

	@Test
	void followsNoMajorityOfTwo() {
		assertThat(chosen(Rules.majority(String::equals), mal("TV"), kitsu("ONA")))
			.isEqualTo(new Resolved<>("TV", new Provenance(MAL, AT, "PRIORITY", 0.5), true));
	}

	@Test
	void decidesATieOfThreeByTrust() {
		assertThat(chosen(Rules.majority(String::equals), mal("TV"), kitsu("ONA"), dataset("OVA")).value())
			.isEqualTo("TV");
	}

	@Test
	void isSureOfWhatAllThreeSay() {
		assertThat(chosen(Rules.majority(String::equals), mal("TV"), kitsu("TV"), dataset("TV")).provenance())
			.isEqualTo(new Provenance(MAL, AT, "MAJORITY", 0.95));
	}

	@Test
	void takesTheMorePreciseDateThatFits() {
		Resolved<PartialDate> resolved = chosen(Rules.mostPrecise(), mal(IN_OCTOBER), kitsu(OCTOBER_4));
		assertThat(resolved)
			.isEqualTo(new Resolved<>(OCTOBER_4, new Provenance(Sources.KITSU, AT, "MOST_PRECISE", 0.95), false));
	}

	@Test
	void keepsTheTrustedDateWhereAPreciseOneDoesNotFit() {
		Resolved<PartialDate> resolved = chosen(Rules.mostPrecise(), mal(IN_OCTOBER), kitsu(APRIL_4));
		assertThat(resolved.value()).isEqualTo(IN_OCTOBER);
		assertThat(resolved.conflict()).isTrue();
	}

	@Test
	void keepsTheFirstSpellingOfEachValue() {
		Resolved<List<String>> resolved = chosen(Rules.union(), mal(List.of("Sci-Fi", "Drama")),
				kitsu(List.of("sci fi", "Mystery")));
		assertThat(resolved.value()).containsExactly("Sci-Fi", "Drama", "Mystery");
		assertThat(resolved.provenance().rule()).isEqualTo(Rules.UNION);
	}

	@Test
	void believesTheOneThatWarns() {
		Resolved<Boolean> warned = chosen(Rules.any(), mal(false), kitsu(true));
		assertThat(warned).isEqualTo(new Resolved<>(true, new Provenance(Sources.KITSU, AT, "ANY", 0.5), true));
		assertThat(chosen(Rules.any(), mal(false), kitsu(false)).provenance().source()).isEqualTo(MAL);
	}

	@Test
	void choosesNothingFromNothing() {
		assertThat(Rules.<String>priority().choose(List.of(), MAL)).isEmpty();
		assertThat(Rules.majority(String::equals).choose(List.of(), MAL)).isEmpty();
		assertThat(Rules.mostPrecise().choose(List.of(), MAL)).isEmpty();
		assertThat(Rules.union().choose(List.of(), MAL)).isEmpty();
		assertThat(Rules.any().choose(List.of(), MAL)).isEmpty();
	}

	private static <T> Resolved<T> chosen(Rule<T> rule, Candidate<T> first, Candidate<T> second) {
		return rule.choose(List.of(first, second), MAL).orElseThrow();
	}

	private static <T> Resolved<T> chosen(Rule<T> rule, Candidate<T> first, Candidate<T> second, Candidate<T> third) {
		return rule.choose(List.of(first, second, third), MAL).orElseThrow();
	}

	private static <T> Candidate<T> mal(T value) {
		return new Candidate<>(value, MAL, AT);
	}

	private static <T> Candidate<T> kitsu(T value) {
		return new Candidate<>(value, Sources.KITSU, AT);
	}

	private static <T> Candidate<T> dataset(T value) {
		return new Candidate<>(value, Sources.DATASET, AT);
	}

	@Test
	void notesThatWhatWasChosenIsOlderThanItShouldBe() {
		Candidate<String> old = new Candidate<>("A", MAL, AT, true);
		Candidate<String> fresh = new Candidate<>("A", Sources.KITSU, AT);
		assertThat(Rules.<String>priority().choose(List.of(old, fresh), MAL).orElseThrow().provenance().note())
			.isEqualTo(Provenance.STALE);
		assertThat(Rules.<String>priority().choose(List.of(fresh, old), MAL).orElseThrow().provenance().note())
			.isNull();
		assertThat(Rules.union()
			.choose(List.of(new Candidate<>(List.of("A"), Sources.KITSU, AT),
					new Candidate<>(List.of("B"), MAL, AT, true)), MAL)
			.orElseThrow()
			.provenance()
			.note()).isEqualTo(Provenance.STALE);
	}

	@ParameterizedTest
	@CsvSource({ "1440, 1440, 1500, 1440, PRIORITY", "1440, 300, 300, 300, MEDIAN", "300, 1440, 1500, 1440, MEDIAN",
			"100, 200, 400, 200, MEDIAN" })
	void takesTheMiddleOfLengthsThatAreApart(int first, int second, int third, int chosen, String rule) {
		Rule<Integer> middle = Rules.middleWhereApart((one, other) -> Math.abs(one - other) <= 60);
		Resolved<Integer> resolved = middle.choose(List.of(new Candidate<>(first, Sources.DATASET, AT),
				new Candidate<>(second, MAL, AT), new Candidate<>(third, Sources.KITSU, AT)), Sources.DATASET)
			.orElseThrow();
		assertThat(resolved.value()).isEqualTo(chosen);
		assertThat(resolved.provenance().rule()).isEqualTo(rule);
	}

	@Test
	void doesNotGuessBetweenTwoLengths() {
		Rule<Integer> middle = Rules.middleWhereApart(Integer::equals);
		assertThat(middle.choose(List.of(new Candidate<>(1, MAL, AT), new Candidate<>(9, Sources.KITSU, AT)), MAL)
			.orElseThrow()
			.value()).isEqualTo(1);
	}

}
