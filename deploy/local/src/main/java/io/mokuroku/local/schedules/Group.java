package io.mokuroku.local.schedules;

import java.time.Instant;

/**
 * A schedule group: a folder of schedules that is deleted together with them.
 *
 * @param clientToken idempotency token of the request that created it
 */
record Group(String name, Instant created, String clientToken) {

	static final String DEFAULT = "default";

	String arn() {
		return Arns.PREFIX + "schedule-group/" + this.name;
	}

}
