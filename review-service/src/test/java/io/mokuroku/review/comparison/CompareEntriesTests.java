package io.mokuroku.review.comparison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Titles;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

final class CompareEntriesTests {

	private final AnimeEntry live = Entries.aDraft("Monster", "MYANIMELIST#19");

	@Test
	void showsWhatChangesBeforeWhatStays() {
		AnimeEntry proposal = this.live.with((change) -> {
			change.episodes = 74;
			change.titles = new Titles("Monster", null, "モンスター", List.of());
		});
		List<FieldDifference> differences = CompareEntries.compare(this.live, proposal);
		assertThat(differences.subList(0, 2)).containsExactly(
				new FieldDifference("titles.japanese", null, "モンスター", null),
				new FieldDifference("episodes", "12", "74", null));
		assertThat(differences.subList(2, differences.size())).isNotEmpty()
			.noneMatch(FieldDifference::isChange)
			.extracting(FieldDifference::field)
			.contains("titles.main", "type", "airing.status", "adult");
	}

	@Test
	void countsAFieldThatTheProposalDropsAsChanged() {
		AnimeEntry before = this.live.with((change) -> change.synopsis = "A surgeon.");
		assertThat(CompareEntries.compare(before, this.live)).first()
			.isEqualTo(new FieldDifference("synopsis", "A surgeon.", null, null));
	}

	@Test
	void takesEverythingForNewWhereThereIsNoEntry() {
		List<FieldDifference> differences = CompareEntries.compare(null, this.live);
		assertThat(differences).isNotEmpty()
			.allMatch(FieldDifference::isChange)
			.allMatch((each) -> each.live() == null);
	}

	@Test
	void findsNothingBetweenAnEntryAndItself() {
		assertThat(CompareEntries.compare(this.live, this.live)).noneMatch(FieldDifference::isChange);
	}

	@Test
	void takesAnotherOrderForNoChange() {
		AnimeEntry before = this.live
			.with((change) -> change.titles = new Titles("Monster", null, null, List.of("Monstrum", "Potwór")));
		AnimeEntry turned = this.live
			.with((change) -> change.titles = new Titles("Monster", null, null, List.of("Potwór", "Monstrum")));
		AnimeEntry longer = this.live.with((
				change) -> change.titles = new Titles("Monster", null, null, List.of("Potwór", "Monstrum", "Monstre")));
		assertThat(CompareEntries.compare(before, turned)).noneMatch(FieldDifference::isChange)
			.contains(new FieldDifference("titles.synonyms", "Monstrum, Potwór", "Monstrum, Potwór", null));
		assertThat(CompareEntries.compare(before, longer)).filteredOn(FieldDifference::isChange)
			.containsExactly(
					new FieldDifference("titles.synonyms", "Monstrum, Potwór", "Potwór, Monstrum, Monstre", null));
	}

	@Test
	void saysWhereAProposedValueComesFromAndIfNeedBeWhereItsGroupDoes() {
		Provenance group = new Provenance("kitsu", Instant.EPOCH, "FIRST", 0.9);
		Provenance exact = new Provenance("jikan", Instant.EPOCH, "MAJORITY", 0.8);
		AnimeEntry proposal = this.live
			.with((change) -> change.provenance = Map.of("airing", group, "airing.year", exact));
		Map<String, Provenance> known = new HashMap<>();
		CompareEntries.compare(this.live, proposal).forEach((each) -> {
			if (each.provenance() != null) {
				known.put(each.field(), each.provenance());
			}
		});
		assertThat(known).containsOnly(Map.entry("airing.status", group), Map.entry("airing.season", group),
				Map.entry("airing.year", exact));
	}

	@Test
	void writesValuesTheWayPeopleReadThem() {
		AnimeEntry proposal = this.live.with((change) -> {
			change.airing = new Airing(AiringStatus.ONGOING, Season.SPRING, 2004,
					new PartialDate(LocalDate.of(2004, 4, 7), PartialDate.Precision.MONTH),
					new PartialDate(LocalDate.of(2005, 9, 28), PartialDate.Precision.YEAR), null, null);
			change.relations = List.of(new Relation(RelationType.SEQUEL, SourceLink.ofKey("MYANIMELIST#20")));
			change.adult = true;
		});
		assertThat(CompareEntries.compare(null, proposal)).extracting(FieldDifference::field, FieldDifference::proposed)
			.contains(tuple("airing.from", "2004-04"), tuple("airing.to", "2005"), tuple("adult", "yes"),
					tuple("subjects.tags", "mystery"), tuple("relations", "SEQUEL https://myanimelist.net/anime/20"));
	}

}
