package io.mokuroku.review.workforce;

import java.util.List;
import java.util.Optional;

import io.mokuroku.web.ApiProblem;
import io.mokuroku.web.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets reviewers into the API of reviews, and leads into what is theirs.
 */
public final class ReviewerGate implements HandlerInterceptor {

	private static final String SCOPE = "SCOPE_";

	private final Admission admission;

	private final Role needed;

	ReviewerGate(Admission admission, Role needed) {
		this.admission = admission;
		this.needed = needed;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		Optional<Role> role = (caller != null) ? this.admission.findRole(caller.getName(), scopes(caller))
				: Optional.empty();
		if (role.isEmpty()) {
			throw ApiProblem.of(ErrorCode.FORBIDDEN, "You are not one of the reviewers");
		}
		if (role.get().compareTo(this.needed) < 0) {
			throw ApiProblem.of(ErrorCode.FORBIDDEN, "This is for those who lead reviewers");
		}
		return true;
	}

	/** What somebody was granted. */
	public static List<String> scopes(Authentication caller) {
		return caller.getAuthorities()
			.stream()
			.map((granted) -> String.valueOf(granted.getAuthority()))
			.filter((name) -> name.startsWith(SCOPE))
			.map((name) -> name.substring(SCOPE.length()))
			.toList();
	}

}
