package io.mokuroku.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call which route of a service. A service publishes one bean of this type; the
 * first rule that matches a request decides, and what no rule names needs a valid token.
 * Patterns are Spring path patterns ({@code /v1/anime/{id}}, {@code /v1/lists/**}). A
 * rule for GET covers HEAD as well, because Spring MVC answers HEAD through the same
 * method. Immutable.
 */
public final class RouteRules {

	/**
	 * The scope that reads need where they are not open to everybody.
	 */
	private static final String READ = "catalogue.read";

	private final List<Rule> rules;

	private final List<Limit> limits;

	private RouteRules(List<Rule> rules, List<Limit> limits) {
		this.rules = List.copyOf(rules);
		this.limits = List.copyOf(limits);
	}

	/** Rules that name no route yet. */
	public static RouteRules of() {
		return new RouteRules(List.of(), List.of());
	}

	/**
	 * Open to everybody where {@code mokuroku.web.anonymous-reads} is true, else for the
	 * scope {@code catalogue.read}.
	 */
	public RouteRules anonymousRead(HttpMethod method, String... patterns) {
		return with(READ, true, method, patterns);
	}

	/**
	 * For tokens with the scope.
	 */
	public RouteRules scope(String scope, HttpMethod method, String... patterns) {
		return with(scope, false, method, patterns);
	}

	/**
	 * For tokens with the scope, whatever the method.
	 */
	public RouteRules scope(String scope, String... patterns) {
		return with(scope, false, null, patterns);
	}

	/**
	 * Counts requests of the routes in a class other than the usual one. The first that
	 * matches decides.
	 */
	public RouteRules limit(LimitClass kind, HttpMethod method, String... patterns) {
		List<Limit> extended = new ArrayList<>(this.limits);
		extended.add(new Limit(kind, matcher(method, List.of(patterns))));
		return new RouteRules(this.rules, extended);
	}

	List<Rule> rules() {
		return this.rules;
	}

	List<Limit> limits() {
		return this.limits;
	}

	private RouteRules with(String scope, boolean read, @Nullable HttpMethod method, String... patterns) {
		if (patterns.length == 0) {
			throw new IllegalArgumentException("a rule needs a pattern");
		}
		List<Rule> extended = new ArrayList<>(this.rules);
		extended.add(new Rule(scope, read, method, List.of(patterns)));
		return new RouteRules(extended, this.limits);
	}

	private static RequestMatcher matcher(@Nullable HttpMethod method, List<String> patterns) {
		List<@Nullable HttpMethod> methods = HttpMethod.GET.equals(method) ? List.of(HttpMethod.GET, HttpMethod.HEAD)
				: Arrays.asList(method);
		List<RequestMatcher> matchers = new ArrayList<>();
		for (@Nullable
		HttpMethod each : methods) {
			for (String pattern : patterns) {
				matchers.add(PathPatternRequestMatcher.withDefaults().matcher(each, pattern));
			}
		}
		return new OrRequestMatcher(matchers);
	}

	record Limit(LimitClass kind, RequestMatcher matcher) {

		boolean matches(HttpServletRequest request) {
			return this.matcher.matches(request);
		}

	}

	/**
	 * Who may call some routes.
	 *
	 * @param scope what a token needs
	 * @param read whether everybody may without one where reads are open to everybody
	 * @param method which method, absent for all
	 * @param patterns which routes
	 */
	record Rule(String scope, boolean read, @Nullable HttpMethod method, List<String> patterns) {

		Rule {
			if (!scope.matches("[A-Za-z0-9._:-]+")) {
				throw new IllegalArgumentException("not a scope: '" + scope + "'");
			}
		}

		RequestMatcher matcher() {
			return RouteRules.matcher(this.method, this.patterns);
		}

		/**
		 * Whether this rule decides about a route, given its template.
		 */
		boolean covers(HttpMethod routeMethod, String template) {
			PathContainer path = PathContainer.parsePath(template);
			return (this.method == null || this.method.equals(routeMethod)) && this.patterns.stream()
				.anyMatch((pattern) -> PathPatternParser.defaultInstance.parse(pattern).matches(path));
		}

	}

}
