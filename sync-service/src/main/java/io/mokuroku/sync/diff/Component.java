package io.mokuroku.sync.diff;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.sync.dataset.DatasetRecord;

/**
 * Records and entries that share links with one another and with nothing else. Their
 * order is that of their content, whatever order they were given in.
 *
 * @param records what the release says
 * @param entries what the catalogue has
 */
public record Component(List<DatasetRecord> records, List<AnimeEntry> entries) {

	private static final Comparator<DatasetRecord> BY_CONTENT = Comparator
		.comparing((DatasetRecord found) -> found.sources().getFirst())
		.thenComparing((found) -> found.sources().getLast())
		.thenComparing(DatasetRecord::hash);

	public Component {
		records = (records.size() < 2) ? List.copyOf(records) : records.stream().sorted(BY_CONTENT).toList();
		entries = entries.stream().sorted(Comparator.comparing(AnimeEntry::id)).toList();
	}

	/** The entry that holds a link, by link. */
	Map<SourceLink, AnimeEntry> holders() {
		Map<SourceLink, AnimeEntry> holders = new HashMap<>();
		this.entries.forEach((entry) -> entry.sources().forEach((link) -> holders.putIfAbsent(link, entry)));
		return holders;
	}

}
