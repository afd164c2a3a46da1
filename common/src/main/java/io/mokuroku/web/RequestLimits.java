package io.mokuroku.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.web.limit.Count;
import io.mokuroku.web.limit.Quota;
import io.mokuroku.web.limit.SharedCounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts requests by caller and class, tells in {@code RateLimit} and
 * {@code RateLimit-Policy} what is left (draft-ietf-httpapi-ratelimit-headers-10), and
 * refuses with 429 what is too much. Stands inside the filter chain of the API, once it
 * is known who asks; health, metrics and documents are not counted.
 */
final class RequestLimits extends OncePerRequestFilter {

	private static final List<String> UNCOUNTED = List.of("/actuator", "/v3/api-docs", "/swagger-ui");

	private final LimitSettings settings;

	private final SharedCounts counts;

	private final List<RouteRules.Limit> rules;

	private final ErrorWriter errors;

	private final MeterRegistry meters;

	RequestLimits(LimitSettings settings, SharedCounts counts, List<RouteRules.Limit> rules, ErrorWriter errors,
			MeterRegistry meters) {
		this.settings = settings;
		this.counts = counts;
		this.rules = List.copyOf(rules);
		this.errors = errors;
		this.meters = meters;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (admit(request, response)) {
			chain.doFilter(request, response);
		}
	}

	/**
	 * Counts the request. If it is one too many it has been answered.
	 * @return whether it may go on
	 */
	boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!this.settings.enabled() || UNCOUNTED.stream().anyMatch(request.getRequestURI()::startsWith)) {
			return true;
		}
		LimitClass kind = this.rules.stream()
			.filter((rule) -> rule.matches(request))
			.findFirst()
			.map(RouteRules.Limit::kind)
			.orElseGet(() -> LimitClass.usual(request));
		Caller caller = Caller.of(request);
		Quota quota = this.settings.quota(kind, caller.anonymous());
		Count count = this.counts.take(kind.label(), caller.name(), quota);
		this.meters
			.counter("mokuroku.web.limits", "class", kind.label(), "caller", caller.anonymous() ? "anonymous" : "known",
					"outcome", count.granted() ? "granted" : "refused", "counted", count.together() ? "shared" : "own")
			.increment();
		response.setHeader("RateLimit-Policy",
				"\"%s\";q=%d;w=%d".formatted(kind.label(), quota.requests(), quota.per().toSeconds()));
		response.setHeader("RateLimit",
				"\"%s\";r=%d;t=%d".formatted(kind.label(), count.remaining(), seconds(count.whole())));
		if (!count.granted()) {
			String allowed = "class %s allows %d in %d s".formatted(kind.label(), quota.requests(),
					quota.per().toSeconds());
			ApiProblem problem = ApiProblem.tooManyRequests(count.pause(), allowed);
			this.errors.write(request, response, problem);
		}
		return count.granted();
	}

	private static long seconds(Duration time) {
		return time.plusMillis(999).toSeconds();
	}

}
