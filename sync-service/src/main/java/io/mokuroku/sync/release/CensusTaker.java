package io.mokuroku.sync.release;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.sync.dataset.DatasetLine;
import io.mokuroku.sync.dataset.DatasetRecord;

/**
 * Counts what a release holds, record by record. Links are remembered as 63 bits each, so
 * that the memory needed is some 14 bytes a link; among 2.5 million links two are taken
 * for one with a probability below one in a million.
 */
public final class CensusTaker {

	private final Map<Provider, Long> links = new EnumMap<>(Provider.class);

	private final SeenLinks seen = new SeenLinks();

	private long records;

	private long broken;

	private long crowded;

	/** Counts one position of a release. */
	public void count(DatasetLine line) {
		switch (line) {
			case DatasetLine.Broken _ -> this.broken++;
			case DatasetLine.Parsed(long _, DatasetRecord content) -> count(content.sources());
		}
	}

	/** What was counted so far. */
	public Census census() {
		return new Census(this.records, this.broken, this.links, this.seen.distinct(), this.seen.repeated(),
				this.crowded);
	}

	/** Counts a record by its links, which are sorted by provider. */
	private void count(List<SourceLink> sources) {
		this.records++;
		boolean isCrowded = false;
		Provider before = Provider.OTHER;
		for (SourceLink link : sources) {
			Provider provider = link.provider();
			isCrowded |= provider == before && provider != Provider.OTHER;
			before = provider;
			this.links.merge(provider, 1L, Long::sum);
			this.seen.add(link);
		}
		this.crowded += isCrowded ? 1 : 0;
	}

}
