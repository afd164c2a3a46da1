package io.mokuroku.telemetry;

import io.micrometer.observation.ObservationPredicate;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Trace context for every service. Spans and logs leave the process only where an OTLP
 * endpoint is configured.
 */
@AutoConfiguration(afterName = {
		"org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
		"org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration" })
public final class TelemetryAutoConfiguration {

	/**
	 * Name of the response header that carries the trace id.
	 */
	public static final String TRACE_ID = "X-Trace-Id";

	/**
	 * Just inside the filter that opens the span of a request, which runs at
	 * {@code HIGHEST_PRECEDENCE + 1}.
	 */
	private static final int INSIDE_THE_REQUEST_SPAN = Ordered.HIGHEST_PRECEDENCE + 2;

	@Bean
	TraceContexts traceContexts(ObjectProvider<Tracer> tracer) {
		return new TraceContexts(tracer.getIfAvailable(() -> Tracer.NOOP));
	}

	@Bean
	@ConditionalOnProperty("management.opentelemetry.logging.export.otlp.endpoint")
	SentLogs sentLogs(OpenTelemetry telemetry) {
		return new SentLogs(telemetry);
	}

	@Bean
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	FilterRegistrationBean<TraceIdFilter> traceIdFilter(TraceContexts traces) {
		FilterRegistrationBean<TraceIdFilter> registration = new FilterRegistrationBean<>(new TraceIdFilter(traces));
		registration.setOrder(INSIDE_THE_REQUEST_SPAN);
		return registration;
	}

	@Bean
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	ObservationPredicate probesAreNotTraced() {
		return (_, context) -> !(context instanceof ServerRequestObservationContext request
				&& request.getCarrier() != null && request.getCarrier().getRequestURI().startsWith("/actuator/"));
	}

}
