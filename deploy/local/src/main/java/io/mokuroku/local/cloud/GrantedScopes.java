package io.mokuroku.local.cloud;

import java.text.ParseException;
import java.util.Objects;

import com.nimbusds.jwt.SignedJWT;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says beside a token which scopes it has (RFC 6749, section 5.1: needed where they are
 * not those that were asked for). The role chosen on the login page decides on them,
 * whatever a client asks for.
 */
final class GrantedScopes {

	private static final JsonMapper JSON = JsonMapper.shared();

	private GrantedScopes() {
	}

	/** An answer of the token endpoint with the scopes of its access token. */
	static OAuth2HttpResponse said(OAuth2HttpResponse answer) {
		String body = answer.getBody();
		if (answer.getStatus() != 200 || body == null) {
			return answer;
		}
		JsonNode read = JSON.readTree(body);
		if (!(read instanceof ObjectNode tokens) || !tokens.path("access_token").isString()) {
			return answer;
		}
		tokens.put("scope", ("openid " + of(tokens.path("access_token").asString())).strip());
		return new OAuth2HttpResponse(answer.getHeaders(), answer.getStatus(), JSON.writeValueAsString(tokens), null);
	}

	private static String of(String token) {
		try {
			@Nullable Object scope = SignedJWT.parse(token).getJWTClaimsSet().getClaim("scope");
			return Objects.toString(scope, "");
		}
		catch (ParseException ex) {
			throw new IllegalStateException("The issuer made a token that cannot be read", ex);
		}
	}

}
