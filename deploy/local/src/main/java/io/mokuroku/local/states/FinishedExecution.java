package io.mokuroku.local.states;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What is remembered of an execution that ended; everything else is in its journal.
 */
record FinishedExecution(String name, String machine, ExecutionStatus status, Instant startedAt, Instant stoppedAt) {

	@JsonIgnore
	String arn() {
		return Arns.execution(this.machine, this.name);
	}

	@JsonIgnore
	String key() {
		return Tokens.key(arn());
	}

}
