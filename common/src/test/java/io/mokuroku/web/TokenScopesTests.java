package io.mokuroku.web;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;

class TokenScopesTests {

	@Test
	void readsScopesFromOneStringOrAList() {
		assertThat(names("", token("scope", "catalogue.read  reviews.read"))).containsExactly("SCOPE_catalogue.read",
				"SCOPE_reviews.read");
		assertThat(names("", token("scp", List.of("catalogue.read")))).containsExactly("SCOPE_catalogue.read");
		assertThat(names("", token("sub", "nobody"))).isEmpty();
		assertThat(names("", token("scope", 7))).isEmpty();
	}

	@Test
	void countsOnlyScopesWithTheIssuersPrefix() {
		assertThat(names("mokuroku-api/",
				token("scope",
						"mokuroku-api/catalogue.read other-api/catalogue.sync " + "catalogue.enrich mokuroku-api/")))
			.containsExactly("SCOPE_catalogue.read");
	}

	private static List<String> names(String prefix, Jwt token) {
		return new TokenScopes(prefix).convert(token).stream().map(GrantedAuthority::getAuthority).toList();
	}

	private static Jwt token(String claim, Object value) {
		return Jwt.withTokenValue("token").header("alg", "RS256").claim(claim, value).build();
	}

}
