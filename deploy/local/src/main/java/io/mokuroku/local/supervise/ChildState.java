package io.mokuroku.local.supervise;

/**
 * What a process of a run is doing.
 */
public enum ChildState {

	/** Its turn has not come. */
	WAITING,

	/** Started, and not yet ready. */
	STARTING,

	/** Ready for work. */
	HEALTHY,

	/** Was ready, and does not say so any more. */
	UNHEALTHY,

	/** Died; it will be started again. */
	BACKING_OFF,

	/** Was stopped on purpose. */
	STOPPED

}
