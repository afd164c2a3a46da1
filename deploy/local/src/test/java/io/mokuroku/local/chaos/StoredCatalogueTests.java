package io.mokuroku.local.chaos;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoredCatalogueTests {

	private static final SourceLink ONE = new SourceLink(Provider.MYANIMELIST, "1");

	private static final SourceLink SAME = new SourceLink(Provider.ANILIST, "1");

	private static final SourceLink OTHER = new SourceLink(Provider.MYANIMELIST, "2");

	private static final List<Set<SourceLink>> RECORDS = List.of(Set.of(ONE, SAME), Set.of(OTHER));

	private final Map<String, StoredCatalogue.Entry> entries = new HashMap<>(
			Map.of("a", active(ONE, SAME), "b", active(OTHER)));

	private final Map<String, String> links = new HashMap<>(Map.of(ONE.key(), "a", SAME.key(), "a", OTHER.key(), "b"));

	@Test
	void findsNothingWrongWithAWholeCatalogue() {
		assertThat(faults(Set.of(), 0, Set.of())).isEmpty();
	}

	@Test
	void seesARecordWithoutAnEntry() {
		this.entries.remove("b");
		this.links.remove(OTHER.key());
		assertThat(faults(Set.of(), 0, Set.of())).anyMatch((fault) -> fault.contains("belongs to [nobody]"));
	}

	@Test
	void seesARecordThatLiesInTwoEntries() {
		this.entries.put("a", active(ONE));
		this.entries.put("b", active(OTHER, SAME));
		this.links.put(SAME.key(), "b");
		assertThat(faults(Set.of(), 0, Set.of())).anyMatch((fault) -> fault.contains("belongs to [a, b]"))
			.anyMatch((fault) -> fault.startsWith("b holds 2 records"));
	}

	@Test
	void seesALinkThatIsClaimedForAnotherEntry() {
		this.entries.put("a", active(ONE));
		assertThat(faults(Set.of(), 0, Set.of()))
			.containsExactly(SAME.key() + " is claimed for a, which does not have it");
	}

	@Test
	void seesAnEntryOfNoRecord() {
		SourceLink more = new SourceLink(Provider.MYANIMELIST, "3");
		this.entries.put("c", active(more));
		this.links.put(more.key(), "c");
		assertThat(faults(Set.of(), 0, Set.of())).containsExactly("c is of no record");
	}

	@Test
	void seesADraftThatNobodyWorksOn() {
		this.entries.put("b", new StoredCatalogue.Entry("DRAFT", Set.of(OTHER.key()), "Title"));
		assertThat(faults(Set.of(), 0, Set.of())).containsExactly("b is DRAFT and waits for nobody");
		assertThat(faults(Set.of("b"), 0, Set.of("b"))).isEmpty();
	}

	@Test
	void seesWhatIsHalfDone() {
		assertThat(faults(Set.of("a"), 2, Set.of())).containsExactly("a has a proposal that nobody decides on",
				"2 changes were not announced");
	}

	private List<String> faults(Set<String> proposed, int unannounced, Set<String> waiting) {
		return new StoredCatalogue(this.entries, this.links, proposed, unannounced).faults(RECORDS, waiting);
	}

	private static StoredCatalogue.Entry active(SourceLink... links) {
		return new StoredCatalogue.Entry("ACTIVE",
				Arrays.stream(links).map(SourceLink::key).collect(Collectors.toSet()), "Title");
	}

}
