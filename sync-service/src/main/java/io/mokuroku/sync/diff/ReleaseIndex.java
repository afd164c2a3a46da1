package io.mokuroku.sync.diff;

import java.util.Arrays;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.EntryDigest;
import io.mokuroku.sync.dataset.DatasetRecord;

/**
 * A release as the catalogue is compared with it: every record in a few numbers, in the
 * order of the release. The records themselves are read again where something changed.
 */
public final class ReleaseIndex {

	private final Longs hashes = new Longs();

	private final Longs links = new Longs();

	private int[] linksFrom = new int[1024];

	private short[] urgencies = new short[1024];

	private int twins;

	/** Adds the next record. */
	public void add(DatasetRecord content) {
		int number = this.hashes.size();
		if (number + 1 >= this.linksFrom.length) {
			this.linksFrom = Arrays.copyOf(this.linksFrom, number + (number >> 1) + 2);
			this.urgencies = Arrays.copyOf(this.urgencies, this.linksFrom.length);
		}
		this.hashes.add(EntryDigest.fingerprint(content.hash()));
		this.urgencies[number] = (short) EnrichmentPriority.of(content);
		Provider before = null;
		boolean twin = false;
		for (SourceLink link : content.sources()) {
			this.links.add(link.code());
			twin |= link.provider() == before;
			before = link.provider();
		}
		this.twins += twin ? 1 : 0;
		this.linksFrom[number + 1] = this.links.size();
	}

	/** How many records there are. */
	public int size() {
		return this.hashes.size();
	}

	/**
	 * How many records have two links of one provider, which is an error of the dataset.
	 */
	public int twins() {
		return this.twins;
	}

	/** The {@link EnrichmentPriority} of a record. */
	public int urgency(int record) {
		return this.urgencies[record];
	}

	long hash(int record) {
		return this.hashes.get(record);
	}

	int linksFrom(int record) {
		return this.linksFrom[record];
	}

	int linksTo(int record) {
		return this.linksFrom[record + 1];
	}

	long link(int position) {
		return this.links.get(position);
	}

	int linkCount(int record) {
		return this.linksFrom[record + 1] - this.linksFrom[record];
	}

}
