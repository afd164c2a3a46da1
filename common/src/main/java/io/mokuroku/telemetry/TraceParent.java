package io.mokuroku.telemetry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * A W3C {@code traceparent}. Reads version 00 and, as the recommendation asks, later
 * versions that begin like it; writes version 00.
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param spanId 16 lower-case hexadecimal digits, not all zero
 * @param sampled whether the caller records this trace
 */
record TraceParent(String traceId, String spanId, boolean sampled) {

	private static final Pattern FORM = Pattern
		.compile("(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.{0,200})?");

	static Optional<TraceParent> parse(@Nullable String text) {
		if (text == null) {
			return Optional.empty();
		}
		Matcher matcher = FORM.matcher(text);
		if (!matcher.matches() || ("00".equals(matcher.group(1)) && matcher.group(5) != null)) {
			return Optional.empty();
		}
		boolean sampled = (Integer.parseInt(matcher.group(4), 16) & 1) == 1;
		return Optional.of(new TraceParent(matcher.group(2), matcher.group(3), sampled));
	}

	TraceContext toContext(Tracer tracer) {
		return tracer.traceContextBuilder().traceId(this.traceId).spanId(this.spanId).sampled(this.sampled).build();
	}

	@Override
	public String toString() {
		return "00-" + this.traceId + "-" + this.spanId + (this.sampled ? "-01" : "-00");
	}

}
