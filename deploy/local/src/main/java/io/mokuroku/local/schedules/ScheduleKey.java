package io.mokuroku.local.schedules;

import java.util.Comparator;

/**
 * Names a schedule: unique within its group.
 */
record ScheduleKey(String group, String name) implements Comparable<ScheduleKey> {

	private static final Comparator<ScheduleKey> ORDER = Comparator.comparing(ScheduleKey::group)
		.thenComparing(ScheduleKey::name);

	String arn() {
		return Arns.PREFIX + "schedule/" + this.group + "/" + this.name;
	}

	@Override
	public int compareTo(ScheduleKey other) {
		return ORDER.compare(this, other);
	}

}
