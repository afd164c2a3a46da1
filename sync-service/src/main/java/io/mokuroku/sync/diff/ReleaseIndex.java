package io.mokuroku.sync.diff;

import java.util.Arrays;
import java.util.BitSet;

import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.EntryDigest;
import io.mokuroku.sync.dataset.DatasetRecord;
import io.mokuroku.sync.dataset.LinePrint;

/**
 * A release as the catalogue is compared with it: every record in a few numbers, in the
 * order of the release. The records themselves are read again where something changed.
 */
public final class ReleaseIndex {

	/** Two for each record. */
	final Longs prints;

	final Longs hashes;

	final Longs links;

	private final BitSet broken = new BitSet();

	private int[] linksFrom;

	private short[] urgencies;

	/** An index of nothing yet. */
	public ReleaseIndex() {
		this(1024);
	}

	/** An index of nothing yet, with room for a number of records. */
	ReleaseIndex(int room) {
		this.prints = new Longs(2 * room);
		this.hashes = new Longs(room);
		this.links = new Longs(4 * room);
		this.linksFrom = new int[room + 1];
		this.urgencies = new short[room + 1];
	}

	/**
	 * Adds the next record.
	 * @param print of the line it was read from
	 */
	public void add(LinePrint print, DatasetRecord content) {
		content.sources().forEach((link) -> this.links.add(link.code()));
		end(print, EntryDigest.fingerprint(content.hash()), (short) EnrichmentPriority.of(content));
	}

	/** Adds a record of another index as the next one. */
	void add(LinePrint print, ReleaseIndex other, int record) {
		for (int i = other.linksFrom(record); i < other.linksTo(record); i++) {
			this.links.add(other.link(i));
		}
		end(print, other.hash(record), other.urgencies[record]);
	}

	/** Notes that the next position holds no record. */
	public void addBroken() {
		this.broken.set(positions());
	}

	/** Ends a record whose links are added. */
	void end(LinePrint print, long hash, short urgency) {
		int number = size();
		if (number + 1 >= this.linksFrom.length) {
			this.linksFrom = Arrays.copyOf(this.linksFrom, number + (number >> 1) + 2);
			this.urgencies = Arrays.copyOf(this.urgencies, this.linksFrom.length);
		}
		this.prints.add(print.high());
		this.prints.add(print.low());
		this.hashes.add(hash);
		this.urgencies[number] = urgency;
		this.linksFrom[number + 1] = this.links.size();
	}

	/** How many records there are. */
	public int size() {
		return this.hashes.size();
	}

	/** How many positions hold no record. */
	public int broken() {
		return this.broken.cardinality();
	}

	/** How many positions there are. */
	public int positions() {
		return size() + broken();
	}

	/** Whether a position, counted from 0, holds a record. */
	public boolean holdsRecord(int position) {
		return !this.broken.get(position);
	}

	/** The {@link EnrichmentPriority} of a record. */
	public int urgency(int record) {
		return this.urgencies[record];
	}

	/** The {@link SourceLink#code() codes} of a record's links, by priority. */
	public long[] links(int record) {
		long[] codes = new long[linkCount(record)];
		for (int i = 0; i < codes.length; i++) {
			codes[i] = link(linksFrom(record) + i);
		}
		return codes;
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
