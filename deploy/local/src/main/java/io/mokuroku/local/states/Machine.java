package io.mokuroku.local.states;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A state machine.
 *
 * @param name its name
 * @param definition the digest of its present definition
 * @param roleArn its role, which this server only repeats
 * @param createdAt when it was created
 * @param revision the id of its last update, empty before the first
 * @param deleting whether it only waits for its executions to end
 */
record Machine(String name, String definition, String roleArn, Instant createdAt, String revision, boolean deleting) {

	@JsonIgnore
	String arn() {
		return Arns.machine(this.name);
	}

	Machine updated(String newDefinition, String newRoleArn, String newRevision) {
		return new Machine(this.name, newDefinition, newRoleArn, this.createdAt, newRevision, this.deleting);
	}

	Machine asDeleting() {
		return new Machine(this.name, this.definition, this.roleArn, this.createdAt, this.revision, true);
	}

}
