package io.mokuroku.telemetry;

import io.micrometer.tracing.Tracer;

/**
 * Traces to test with.
 */
public final class Traces {

	private Traces() {
	}

	/** Traces nothing: bodies run as they are and there is never a current trace. */
	public static TraceContexts none() {
		return new TraceContexts(Tracer.NOOP);
	}

}
