package io.mokuroku.catalogue;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;

/**
 * Which episode of an anime.
 *
 * @param kind what sort of episode; numbers count within their kind
 * @param value at least 0, at most 99999, with at most one decimal ({@code 13.5})
 */
public record EpisodeNumber(EpisodeKind kind, BigDecimal value) implements Comparable<EpisodeNumber> {

	/** The last whole number there can be. */
	public static final int LAST = 99_999;

	private static final BigDecimal LARGEST = BigDecimal.valueOf(LAST);

	public EpisodeNumber {
		Objects.requireNonNull(kind, "kind");
		value = value.stripTrailingZeros();
		value = (value.scale() < 0) ? value.setScale(0) : value;
		if (value.signum() < 0 || value.compareTo(LARGEST) > 0 || value.scale() > 1) {
			throw new IllegalArgumentException("Not an episode number: " + value.toPlainString());
		}
	}

	/** The regular episode of this number. */
	public static EpisodeNumber regular(int number) {
		return new EpisodeNumber(EpisodeKind.REGULAR, BigDecimal.valueOf(number));
	}

	/** Sorts as text in the order of the numbers, e.g. {@code regular#00013.5}. */
	public String sortKey() {
		String[] halves = this.value.toPlainString().split("\\.", 2);
		String whole = "0".repeat(5 - halves[0].length()) + halves[0];
		return kindName() + "#" + whole + ((halves.length == 2) ? "." + halves[1] : "");
	}

	@Override
	public int compareTo(EpisodeNumber other) {
		return sortKey().compareTo(other.sortKey());
	}

	/** {@code kind:number} with a plain decimal, as identities are minted from it. */
	@Override
	public String toString() {
		return kindName() + ":" + this.value.toPlainString();
	}

	private String kindName() {
		return this.kind.name().toLowerCase(Locale.ROOT);
	}

}
