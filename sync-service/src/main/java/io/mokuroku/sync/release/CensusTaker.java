package io.mokuroku.sync.release;

import java.util.EnumMap;
import java.util.Map;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.sync.diff.ReleaseIndex;

/**
 * Counts what a release holds. Links are remembered as 63 bits each, so that the memory
 * needed is some 14 bytes a link; among 2.5 million links two are taken for one with a
 * probability below one in a million.
 */
public final class CensusTaker {

	private final Map<Provider, Long> links = new EnumMap<>(Provider.class);

	private final SeenLinks seen = new SeenLinks();

	private long crowded;

	private CensusTaker() {
	}

	/** The census of a release. */
	public static Census of(ReleaseIndex release) {
		CensusTaker taker = new CensusTaker();
		for (int record = 0; record < release.size(); record++) {
			taker.count(release.links(record));
		}
		return new Census(release.size(), release.broken(), taker.links, taker.seen.distinct(), taker.seen.repeated(),
				taker.crowded);
	}

	/** Counts a record by its links, which are sorted by provider. */
	private void count(long[] sources) {
		boolean isCrowded = false;
		Provider before = Provider.OTHER;
		for (long link : sources) {
			Provider provider = SourceLink.provider(link);
			isCrowded |= provider == before && provider != Provider.OTHER;
			before = provider;
			this.links.merge(provider, 1L, Long::sum);
			this.seen.add(link);
		}
		this.crowded += isCrowded ? 1 : 0;
	}

}
