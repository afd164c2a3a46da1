package io.mokuroku.local.states;

/**
 * The states of an execution, named as the service names them.
 */
enum ExecutionStatus {

	RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED

}
