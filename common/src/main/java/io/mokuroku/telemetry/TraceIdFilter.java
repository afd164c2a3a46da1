package io.mokuroku.telemetry;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the caller which trace its request became, so that a report can name it.
 */
final class TraceIdFilter extends OncePerRequestFilter {

	private final TraceContexts traces;

	TraceIdFilter(TraceContexts traces) {
		this.traces = traces;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.traces.currentTraceId().ifPresent((id) -> response.setHeader(TelemetryAutoConfiguration.TRACE_ID, id));
		chain.doFilter(request, response);
	}

}
