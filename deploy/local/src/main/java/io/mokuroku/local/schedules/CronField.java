package io.mokuroku.local.schedules;

import java.util.BitSet;

/**
 * The values one numeric field of a cron expression allows.
 */
final class CronField {

	private final BitSet values;

	CronField(BitSet values) {
		this.values = (BitSet) values.clone();
	}

	boolean allows(int value) {
		return this.values.get(value);
	}

	/**
	 * The smallest allowed value that is at least the given one, or -1.
	 */
	int from(int value) {
		return this.values.nextSetBit(value);
	}

}
