package io.mokuroku.sync.diff;

import java.util.Comparator;
import java.util.List;

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

	/** A record that shares its links with nothing. */
	static Component of(DatasetRecord found) {
		return new Component(List.of(found), List.of());
	}

	/** The entry that holds a link, by link. */
	java.util.Map<SourceLink, AnimeEntry> holders() {
		java.util.Map<SourceLink, AnimeEntry> holders = new java.util.HashMap<>();
		this.entries.forEach((entry) -> entry.sources().forEach((link) -> holders.putIfAbsent(link, entry)));
		return holders;
	}

}
