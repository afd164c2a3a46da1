package io.mokuroku.search.answer;

import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who may see adult entries: callers whose token has the scope, and only where they ask
 * for it.
 */
public final class AdultContent {

	/** The scope that adult entries need. */
	public static final String SCOPE = "catalogue.adult";

	/** The parameter that asks for them. */
	static final String PARAMETER = "includeAdult";

	private AdultContent() {
	}

	/**
	 * Whether adult entries belong into the answer to the request under way.
	 * @param asked what its parameter {@code includeAdult} says
	 * @throws AuthorizationDeniedException if they were asked for without the scope; it
	 * becomes 401 without a token and 403 with one
	 */
	public static boolean shown(boolean asked) {
		if (!asked) {
			return false;
		}
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		if (caller == null || caller.getAuthorities()
			.stream()
			.noneMatch((authority) -> ("SCOPE_" + SCOPE).equals(authority.getAuthority()))) {
			throw new AuthorizationDeniedException("includeAdult needs the scope " + SCOPE,
					new AuthorityAuthorizationDecision(false, AuthorityUtils.createAuthorityList("SCOPE_" + SCOPE)));
		}
		return true;
	}

}
