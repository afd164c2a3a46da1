package io.mokuroku.sync.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import io.mokuroku.sync.diff.Kind;

/**
 * A run in numbers.
 *
 * @param records how many records the release has
 * @param broken how many of its positions hold none
 * @param crowded how many records have two links of one provider, which is an error of
 * the dataset
 * @param planned how many changes are planned
 * @param done how many of them are dealt with for good; a resumed run goes on after these
 * @param deferred how many could not be applied because the catalogue had changed since,
 * or because the store will never take them
 * @param requests how many entries are to be sent to enrichment
 * @param requested how many of them have been dealt with
 * @param changes what is changed, by kind; a change can be several things
 */
public record Counts(long records, long broken, long crowded, long planned, long done, long deferred, long requests,
		long requested, Map<Kind, Integer> changes) {

	static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, Map.of());

	public Counts {
		changes = Collections.unmodifiableMap(new TreeMap<>(changes));
	}

	Counts withDone(long reached, long skipped) {
		return new Counts(this.records, this.broken, this.crowded, this.planned, reached, skipped, this.requests,
				this.requested, this.changes);
	}

	Counts withRequested(long reached) {
		return new Counts(this.records, this.broken, this.crowded, this.planned, this.done, this.deferred,
				this.requests, reached, this.changes);
	}

}
