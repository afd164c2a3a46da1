package io.mokuroku.telemetry;

import java.util.Map;
import java.util.Optional;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * Carries a trace over borders that HTTP instrumentation does not see: queues, stored
 * jobs, workflow executions. A trace travels as one
 * <a href= "https://www.w3.org/TR/trace-context/#traceparent-header">traceparent</a>
 * string; while a body runs, its trace and span ids are in the logging context as
 * {@code traceId} and {@code spanId}. Safe for use by many threads.
 */
public final class TraceContexts {

	private final Tracer tracer;

	/** Traces with a tracer. */
	public TraceContexts(Tracer tracer) {
		this.tracer = tracer;
	}

	/**
	 * The {@code traceparent} of the current span, to be sent along with a message or
	 * kept with a job.
	 */
	public Optional<String> current() {
		return currentContext().map((
				context) -> new TraceParent(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()))
					.toString());
	}

	/**
	 * The 32 hexadecimal digits that all log lines of the current trace share.
	 */
	public Optional<String> currentTraceId() {
		return currentContext().map(TraceContext::traceId);
	}

	/**
	 * Runs the body in a new span of kind CONSUMER below the given parent. The span ends
	 * whatever happens and records what the body throws.
	 * @param traceparent the parent as {@link #current()} gave it; absent or malformed
	 * starts a new trace, because a message must not fail for its telemetry
	 * @param spanName what is done, for example {@code "process snapshot-requests"}; few
	 * distinct values
	 * @param attributes facts about this one run, for example ids; no payloads
	 * @param body what to run
	 * @return what the body returned
	 * @throws E what the body threw
	 */
	public <T extends @Nullable Object, E extends Exception> T continueIn(@Nullable String traceparent, String spanName,
			Map<String, String> attributes, TracedBody<T, E> body) throws E {
		Span.Builder span = this.tracer.spanBuilder().kind(Span.Kind.CONSUMER);
		TraceParent.parse(traceparent)
			.ifPresentOrElse((parent) -> span.setParent(parent.toContext(this.tracer)), span::setNoParent);
		return run(span, spanName, attributes, body);
	}

	/**
	 * Runs the body as the root of a new trace, whatever trace the caller is in.
	 * @param spanName what is done; few distinct values
	 * @param attributes facts about this one run; no payloads
	 * @param body what to run
	 * @return what the body returned
	 * @throws E what the body threw
	 */
	public <T extends @Nullable Object, E extends Exception> T newTrace(String spanName, Map<String, String> attributes,
			TracedBody<T, E> body) throws E {
		return run(this.tracer.spanBuilder().setNoParent(), spanName, attributes, body);
	}

	private Optional<TraceContext> currentContext() {
		return Optional.ofNullable(this.tracer.currentSpan())
			.map(Span::context)
			.filter((context) -> !context.traceId().isEmpty());
	}

	private <T extends @Nullable Object, E extends Exception> T run(Span.Builder builder, String spanName,
			Map<String, String> attributes, TracedBody<T, E> body) throws E {
		builder.name(spanName);
		attributes.forEach(builder::tag);
		Span span = builder.start();
		try (Tracer.SpanInScope _ = this.tracer.withSpan(span)) {
			return body.run();
		}
		catch (Throwable failure) {
			span.error(failure);
			throw failure;
		}
		finally {
			span.end();
		}
	}

	/**
	 * Work that runs inside a span.
	 *
	 * @param <T> what it returns
	 * @param <E> what it may throw; inferred as {@code RuntimeException} where it throws
	 * nothing checked
	 */
	@FunctionalInterface
	public interface TracedBody<T extends @Nullable Object, E extends Exception> {

		/** Does it. */
		T run() throws E;

	}

}
