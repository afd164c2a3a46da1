package io.mokuroku.sync.release;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import io.mokuroku.catalogue.Provider;

/**
 * What a release holds, in numbers.
 *
 * @param records how many records can be read
 * @param broken how many positions hold no record
 * @param links how many links there are of each provider; a link counts once for each
 * record it occurs in
 * @param distinctLinks how many different links there are
 * @param sharedLinks how many of them occur in more than one record
 * @param crowdedRecords how many records have two links of one provider, which is their
 * publisher's error
 */
public record Census(long records, long broken, Map<Provider, Long> links, long distinctLinks, long sharedLinks,
		long crowdedRecords) {

	public Census {
		Map<Provider, Long> ordered = new EnumMap<>(Provider.class);
		ordered.putAll(links);
		links = Collections.unmodifiableMap(ordered);
		if (records < 0 || broken < 0 || sharedLinks > distinctLinks || crowdedRecords > records) {
			throw new IllegalArgumentException("No release can hold this");
		}
	}

	/** How many positions there are. */
	public long positions() {
		return this.records + this.broken;
	}

	/** How many links there are of a provider. */
	public long links(Provider provider) {
		return this.links.getOrDefault(provider, 0L);
	}

}
