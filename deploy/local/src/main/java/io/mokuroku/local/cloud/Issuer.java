package io.mokuroku.local.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import com.nimbusds.oauth2.sdk.TokenRequest;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * The OpenID Connect issuer. Any client id and secret are accepted: it guards nothing but
 * a laptop; but who was removed from the reviewers cannot sign in any more. Its signing
 * keys are always the same, so a token stays good over a restart.
 */
final class Issuer implements AutoCloseable {

	static final String NAME = "mokuroku";

	static final String AUDIENCE = "mokuroku-api";

	private static final long TOKEN_SECONDS = 12 * 3600L;

	private final MockOAuth2Server server;

	private Issuer(MockOAuth2Server server) {
		this.server = server;
	}

	static Issuer open(Path directory, String host, int port, Predicate<String> removed) throws IOException {
		Path loginPage = Files.createDirectories(directory).resolve("login.html");
		try (InputStream page = Issuer.class.getResourceAsStream("login.html")) {
			if (page == null) {
				throw new IOException("the login page is missing from this build");
			}
			Files.copy(page, loginPage, StandardCopyOption.REPLACE_EXISTING);
		}
		MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(true, loginPage.toString(), null, false,
				new OAuth2TokenProvider(), Set.of(new ScopedTokens()), new GuardedLogin(removed)));
		server.start(InetAddress.getByName(host), port);
		return new Issuer(server);
	}

	String url() {
		return this.server.issuerUrl(NAME).toString();
	}

	@Override
	public void close() {
		this.server.shutdown();
	}

	/**
	 * Puts the requested scopes into the token; after a login on the page, the page's
	 * role decides on them.
	 */
	private static final class ScopedTokens extends DefaultOAuth2TokenCallback {

		ScopedTokens() {
			super(NAME, "local-user", "JWT", List.of(AUDIENCE), Map.of(), TOKEN_SECONDS);
		}

		@Override
		public Map<String, Object> addClaims(TokenRequest request) {
			Map<String, Object> claims = new LinkedHashMap<>(super.addClaims(request));
			boolean ownCredentials = "client_credentials".equals(request.getAuthorizationGrant().getType().getValue());
			if (ownCredentials && request.getScope() != null) {
				claims.put("scope", request.getScope().toString());
			}
			return claims;
		}

	}

}
