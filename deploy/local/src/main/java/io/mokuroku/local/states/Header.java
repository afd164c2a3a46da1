package io.mokuroku.local.states;

import java.time.Instant;

import tools.jackson.databind.JsonNode;

/**
 * What an execution was started with: the first line of its journal.
 *
 * @param name its name, unique within the machine
 * @param machine the name of the state machine
 * @param definition the digest of the definition it runs, whatever the machine is updated
 * to
 * @param roleArn the role of the machine at that time
 * @param input the input
 * @param startedAt when it was started
 */
record Header(String name, String machine, String definition, String roleArn, JsonNode input, Instant startedAt) {

	String arn() {
		return Arns.execution(this.machine, this.name);
	}

}
