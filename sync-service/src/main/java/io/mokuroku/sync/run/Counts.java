package io.mokuroku.sync.run;

/**
 * What a run has done so far.
 *
 * @param total how many positions the release has
 * @param done how many of them are dealt with for good; a resumed run starts after these
 * @param added new entries
 * @param changed entries whose record said something else
 * @param unchanged entries whose record said the same
 * @param contested records whose links belong to several entries
 * @param broken positions that hold no record
 * @param requested entries sent to enrichment
 */
public record Counts(long total, long done, long added, long changed, long unchanged, long contested, long broken,
		long requested) {

	static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

	static Counts of(long total) {
		return new Counts(total, 0, 0, 0, 0, 0, 0, 0);
	}

	static Counts applied(long added, long changed, long unchanged, long contested, long broken) {
		return new Counts(0, added + changed + unchanged + contested + broken, added, changed, unchanged, contested,
				broken, 0);
	}

	Counts plus(Counts other) {
		return new Counts(this.total + other.total, this.done + other.done, this.added + other.added,
				this.changed + other.changed, this.unchanged + other.unchanged, this.contested + other.contested,
				this.broken + other.broken, this.requested + other.requested);
	}

	Counts withRequested(long count) {
		return new Counts(this.total, this.done, this.added, this.changed, this.unchanged, this.contested, this.broken,
				count);
	}

}
