package io.mokuroku.sync.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.sync.dataset.DatasetRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which record each entry goes on with. It is the one that has the link the entry's id
 * was minted from; if none has, the one with most of the entry's links; of equals, the
 * one with the best of them.
 *
 * @param own the links of each record; one that several records name belongs to the
 * largest of them
 * @param kept the entries each record goes on with
 * @param left the entries no record names
 * @param doubled links that several records name
 */
record Assignment(List<Set<SourceLink>> own, List<List<AnimeEntry>> kept, List<AnimeEntry> left,
		Set<SourceLink> doubled) {

	static Assignment of(Component component) {
		List<DatasetRecord> records = component.records();
		Map<SourceLink, Integer> owners = new HashMap<>();
		Set<SourceLink> doubled = new TreeSet<>();
		for (int i = 0; i < records.size(); i++) {
			for (SourceLink link : records.get(i).sources()) {
				Integer other = owners.putIfAbsent(link, i);
				if (other != null) {
					doubled.add(link);
					if (records.get(i).sources().size() > records.get(other).sources().size()) {
						owners.put(link, i);
					}
				}
			}
		}
		List<Set<SourceLink>> own = new ArrayList<>();
		List<List<AnimeEntry>> kept = new ArrayList<>();
		records.forEach((_) -> {
			own.add(new TreeSet<>());
			kept.add(new ArrayList<>());
		});
		owners.forEach((link, record) -> own.get(record).add(link));
		List<AnimeEntry> left = new ArrayList<>();
		for (AnimeEntry entry : component.entries()) {
			Integer keeper = keeper(entry, owners);
			(keeper != null ? kept.get(keeper) : left).add(entry);
		}
		return new Assignment(own, kept, left, doubled);
	}

	private static @Nullable Integer keeper(AnimeEntry entry, Map<SourceLink, Integer> owners) {
		Optional<SourceLink> origin = SourceLink.parse(entry.mintedFrom().toString());
		Integer sameOrigin = origin.filter(entry.sources()::contains).map(owners::get).orElse(null);
		if (sameOrigin != null) {
			return sameOrigin;
		}
		Map<Integer, Integer> shares = new HashMap<>();
		Integer best = null;
		for (SourceLink link : entry.sources()) {
			Integer record = owners.get(link);
			if (record != null) {
				shares.merge(record, 1, Integer::sum);
				best = (best == null) ? record : best;
			}
		}
		for (SourceLink link : entry.sources()) {
			Integer record = owners.get(link);
			if (record != null && best != null && shares.getOrDefault(record, 0) > shares.getOrDefault(best, 0)) {
				best = record;
			}
		}
		return best;
	}

}
