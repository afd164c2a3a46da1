package io.mokuroku.web;

import java.util.List;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Tells whether there is anything at an address. Those of operations count as known,
 * because nobody but operators should learn which of them there are.
 */
final class KnownAddresses {

	private static final String OPERATIONS = "/actuator";

	private final Supplier<List<RequestMappingInfoHandlerMapping>> routes;

	KnownAddresses(Supplier<List<RequestMappingInfoHandlerMapping>> routes) {
		this.routes = routes;
	}

	boolean knows(HttpServletRequest request) {
		String path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication().value();
		return path.equals(OPERATIONS) || path.startsWith(OPERATIONS + "/")
				|| this.routes.get().stream().anyMatch((each) -> isRoute(each, request));
	}

	/** A route that cannot be called in this way is one, too. */
	private static boolean isRoute(RequestMappingInfoHandlerMapping routes, HttpServletRequest request) {
		try {
			return routes.getHandler(request) != null;
		}
		catch (Exception _) {
			return true;
		}
	}

}
