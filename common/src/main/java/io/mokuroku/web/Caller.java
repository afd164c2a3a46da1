package io.mokuroku.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who asks: the client and the subject of a valid token, else the address that the server
 * trusts, which is not what a stranger writes into a header.
 *
 * @param name tells callers apart; at most 100 characters
 * @param anonymous whether there is no token
 */
record Caller(String name, boolean anonymous) {

	private static final int LONGEST = 100;

	static Caller of(HttpServletRequest request) {
		return switch (SecurityContextHolder.getContext().getAuthentication()) {
			case JwtAuthenticationToken token -> new Caller(bounded(name(token.getToken())), false);
			case AnonymousAuthenticationToken _ -> at(request.getRemoteAddr());
			case Authentication other when other.isAuthenticated() -> new Caller(bounded(other.getName()), false);
			case null, default -> at(request.getRemoteAddr());
		};
	}

	/**
	 * Somebody at an address. Whoever has an IPv6 address has at least 2^64 of them, so
	 * their network counts.
	 */
	static Caller at(String address) {
		try {
			InetAddress parsed = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
			if (parsed instanceof Inet6Address) {
				String network = HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8));
				return new Caller(network + "/64", true);
			}
			return new Caller(parsed.getHostAddress(), true);
		}
		catch (IllegalArgumentException ex) {
			return new Caller("unknown", true);
		}
	}

	/**
	 * RFC 9068 calls the client {@code client_id}; some issuers write {@code azp}.
	 */
	private static String name(Jwt token) {
		Object client = token.hasClaim("client_id") ? token.getClaim("client_id") : token.getClaim("azp");
		return client + "|" + token.getSubject();
	}

	private static String bounded(String name) {
		return (name.length() <= LONGEST) ? name
				: UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
	}

}
