package io.mokuroku.search.index;

import org.jspecify.annotations.Nullable;

/**
 * How much the index holds.
 *
 * @param documents anime known to the index, shown or not
 * @param shown anime that answers may show
 * @param withVector shown anime whose vector belongs to their present text
 * @param pending shown anime that wait for a vector
 * @param newestTrace the trace of the newest change
 */
public record IndexCounts(int documents, int shown, int withVector, int pending, @Nullable String newestTrace) {
}
