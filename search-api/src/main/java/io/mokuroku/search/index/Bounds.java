package io.mokuroku.search.index;

import org.jspecify.annotations.Nullable;

/**
 * From one number to another, both included.
 *
 * @param from the least, if there is one
 * @param to the most, if there is one
 */
public record Bounds(@Nullable Double from, @Nullable Double to) {

	/** Every number, and none at all. */
	public static final Bounds NONE = new Bounds(null, null);

	/** Only one number. */
	public static Bounds of(double number) {
		return new Bounds(number, number);
	}

	/** Whether nothing is asked for. */
	public boolean isEmpty() {
		return this.from == null && this.to == null;
	}

	/** Whether a number lies between; one that is not known does not, unless all do. */
	public boolean contain(@Nullable Number number) {
		return isEmpty() || (number != null && (this.from == null || number.doubleValue() >= this.from)
				&& (this.to == null || number.doubleValue() <= this.to));
	}

	/** As in {@code 2001..2010}, {@code 8..} and {@code ..12}. */
	@Override
	public String toString() {
		return written(this.from) + ".." + written(this.to);
	}

	private static String written(@Nullable Double number) {
		return (number == null) ? ""
				: (number == Math.rint(number)) ? Long.toString(number.longValue()) : number.toString();
	}

}
