package io.mokuroku.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Tells an issuer that cannot be reached from a token that is not valid. After a failed
 * discovery the issuer is left alone for a moment; tokens are refused meanwhile.
 */
final class IssuerGuard implements JwtDecoder {

	static final Duration PAUSE = Duration.ofSeconds(5);

	private static final Logger logger = LoggerFactory.getLogger(IssuerGuard.class);

	private final JwtDecoder decoder;

	private final InstantSource clock;

	private volatile Instant notBefore = Instant.MIN;

	IssuerGuard(JwtDecoder decoder, InstantSource clock) {
		this.decoder = decoder;
		this.clock = clock;
	}

	/**
	 * @throws BadJwtException if the token is not valid
	 * @throws JwtException if the token cannot be checked at present
	 */
	@Override
	public Jwt decode(String token) {
		if (this.clock.instant().isBefore(this.notBefore)) {
			throw new JwtException("the issuer did not answer a moment ago");
		}
		try {
			return this.decoder.decode(token);
		}
		catch (JwtDecoderInitializationException ex) {
			this.notBefore = this.clock.instant().plus(PAUSE);
			logger.warn("issuer does not answer, tokens cannot be checked cause=\"{}\"", rootMessage(ex));
			throw new JwtException("the issuer does not answer", ex);
		}
		catch (BadJwtException ex) {
			throw ex;
		}
		catch (JwtException ex) {
			if (isBecauseKeysAreFresh(ex)) {
				throw new BadJwtException("signed with a key that the issuer does not have", ex);
			}
			logger.warn("keys of the issuer cannot be read, token not checked cause=\"{}\"", rootMessage(ex));
			throw ex;
		}
	}

	/**
	 * The keys were read so recently that they are not read again for a token that names
	 * an unknown one.
	 */
	private static boolean isBecauseKeysAreFresh(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof RateLimitReachedException) {
				return true;
			}
		}
		return false;
	}

	private static String rootMessage(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root.toString();
	}

}
