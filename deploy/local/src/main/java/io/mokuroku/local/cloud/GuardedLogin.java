package io.mokuroku.local.cloud;

import java.net.InetAddress;
import java.util.function.Predicate;

import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpServer;
import no.nav.security.mock.oauth2.http.Ssl;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The login server's door: sends those away who were removed from the reviewers, and says
 * which scopes those get who come in.
 */
final class GuardedLogin implements OAuth2HttpServer {

	private final OAuth2HttpServer server = new NettyWrapper();

	private final Predicate<String> removed;

	GuardedLogin(Predicate<String> removed) {
		this.removed = removed;
	}

	@Override
	public OAuth2HttpServer start(Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
		this.server.start(guarded(handler));
		return this;
	}

	@Override
	public OAuth2HttpServer start(int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
		this.server.start(port, guarded(handler));
		return this;
	}

	@Override
	public OAuth2HttpServer start(InetAddress address, int port,
			Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
		this.server.start(address, port, guarded(handler));
		return this;
	}

	private Function1<OAuth2HttpRequest, OAuth2HttpResponse> guarded(
			Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
		return (request) -> {
			if (isOfSomebodyRemoved(request)) {
				return new OAuth2HttpResponse(Headers.of("Content-Type", "text/plain; charset=utf-8"), 403,
						"You are no longer one of the reviewers.", null);
			}
			OAuth2HttpResponse answer = handler.invoke(request);
			return redeemsCode(request) ? GrantedScopes.said(answer) : answer;
		};
	}

	private static boolean redeemsCode(OAuth2HttpRequest request) {
		return request.getMethod().equals("POST") && request.getUrl().encodedPath().endsWith("/token")
				&& "authorization_code".equals(request.getFormParameters().get("grant_type"));
	}

	private boolean isOfSomebodyRemoved(OAuth2HttpRequest request) {
		boolean signsIn = request.getMethod().equals("POST") && request.getUrl().encodedPath().endsWith("/authorize");
		String name = signsIn ? request.getFormParameters().get("username") : null;
		return name != null && this.removed.test(name);
	}

	@Override
	public OAuth2HttpServer stop() {
		this.server.stop();
		return this;
	}

	@Override
	public void close() {
		stop();
	}

	@Override
	public int port() {
		return this.server.port();
	}

	@Override
	public HttpUrl url(String path) {
		return this.server.url(path);
	}

	@Override
	public @Nullable Ssl sslConfig() {
		return this.server.sslConfig();
	}

}
