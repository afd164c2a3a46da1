package io.mokuroku.sync.snapshot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what becomes of one file of a snapshot.
 */
final class FileTally {

	private final List<Difference> differences = new ArrayList<>();

	private long items;

	private long added;

	private long replaced;

	private long kept;

	private long contested;

	private final Map<Difference.Kind, Long> byKind = new EnumMap<>(Difference.Kind.class);

	void looked(int count) {
		this.items += count;
		if (Thread.currentThread().isInterrupted()) {
			throw new IllegalStateException("Interrupted");
		}
	}

	void added(int count) {
		this.added += count;
	}

	void replaced() {
		this.replaced++;
	}

	void kept() {
		this.kept++;
	}

	void contested(int count) {
		this.contested += count;
	}

	void differs(String item, Difference.Kind kind) {
		this.byKind.merge(kind, 1L, Long::sum);
		if (this.differences.size() < RestoreRun.MOST_SHOWN) {
			this.differences.add(new Difference(item, kind));
		}
	}

	List<Difference> differences() {
		return this.differences;
	}

	RestoreRun.Counts counts() {
		return new RestoreRun.Counts(1, this.items, this.added, this.replaced, this.kept, this.contested,
				count(Difference.Kind.MISSING), count(Difference.Kind.CHANGED), count(Difference.Kind.EXTRA));
	}

	private long count(Difference.Kind kind) {
		return this.byKind.getOrDefault(kind, 0L);
	}

}
