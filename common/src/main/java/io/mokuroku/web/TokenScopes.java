package io.mokuroku.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Reads scopes from the claim {@code scope} (RFC 9068: one string, separated by spaces)
 * or {@code scp} (as some issuers write it: a list or such a string).
 */
final class TokenScopes implements Converter<Jwt, Collection<GrantedAuthority>> {

	private static final String AUTHORITY_PREFIX = "SCOPE_";

	private final String issuerPrefix;

	TokenScopes(String issuerPrefix) {
		this.issuerPrefix = issuerPrefix;
	}

	static String authority(String scope) {
		return AUTHORITY_PREFIX + scope;
	}

	static String scope(GrantedAuthority authority) {
		String name = String.valueOf(authority.getAuthority());
		return name.startsWith(AUTHORITY_PREFIX) ? name.substring(AUTHORITY_PREFIX.length()) : name;
	}

	@Override
	public Collection<GrantedAuthority> convert(Jwt token) {
		List<GrantedAuthority> authorities = new ArrayList<>();
		for (String scope : scopes(token)) {
			if (scope.startsWith(this.issuerPrefix) && scope.length() > this.issuerPrefix.length()) {
				authorities.add(new SimpleGrantedAuthority(authority(scope.substring(this.issuerPrefix.length()))));
			}
		}
		return authorities;
	}

	private static List<String> scopes(Jwt token) {
		Object claim = token.hasClaim("scope") ? token.getClaim("scope") : token.getClaim("scp");
		return switch (claim) {
			case String text -> Arrays.stream(text.split(" ")).filter((scope) -> !scope.isBlank()).toList();
			case Collection<?> list -> list.stream().map(String::valueOf).toList();
			case null, default -> List.of();
		};
	}

}
