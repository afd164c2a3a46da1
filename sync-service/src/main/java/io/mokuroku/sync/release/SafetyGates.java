package io.mokuroku.sync.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Judges a release before anything of it is applied: a cut or damaged one would take
 * entries out of the catalogue.
 */
public final class SafetyGates {

	private SafetyGates() {
	}

	/**
	 * Compares a release with the one before.
	 * @param previous what the release held that was applied last; absent for the first
	 * @param now what this one holds
	 * @return the gates it does not pass; empty if it may be applied
	 */
	public static List<GateFailure> check(@Nullable Census previous, Census now) {
		List<GateFailure> failures = new ArrayList<>();
		long records = (previous != null) ? Math.max(1, share(previous.records(), 98, 100)) : 1;
		atLeast(failures, Gate.RECORDS, null, records, now.records());
		atLeast(failures, Gate.READABLE, null, share(now.positions(), 999, 1000), now.records());
		if (previous != null) {
			for (Map.Entry<Provider, Long> before : previous.links().entrySet()) {
				Provider provider = before.getKey();
				if (provider != Provider.OTHER) {
					atLeast(failures, Gate.LINKS, provider, share(before.getValue(), 95, 100), now.links(provider));
				}
			}
		}
		long mostShared = Math.max(0, share(now.distinctLinks(), 5, 1000) - 1);
		if (now.sharedLinks() > mostShared) {
			failures.add(new GateFailure(Gate.SHARED_LINKS, null, mostShared, now.sharedLinks()));
		}
		return List.copyOf(failures);
	}

	private static void atLeast(List<GateFailure> failures, Gate gate, @Nullable Provider provider, long limit,
			long seen) {
		if (seen < limit) {
			failures.add(new GateFailure(gate, provider, limit, seen));
		}
	}

	/** A share of a number, rounded up. */
	private static long share(long number, long part, long whole) {
		return Math.ceilDiv(number * part, whole);
	}

}
