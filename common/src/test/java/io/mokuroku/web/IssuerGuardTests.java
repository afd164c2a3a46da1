package io.mokuroku.web;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IssuerGuardTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));

	@Test
	void leavesASilentIssuerAloneForAMoment() {
		AtomicInteger calls = new AtomicInteger();
		IssuerGuard guard = new IssuerGuard((_) -> {
			calls.incrementAndGet();
			throw new JwtDecoderInitializationException("no", new IllegalStateException("connection refused"));
		}, this.now::get);
		for (int i = 0; i < 3; i++) {
			assertThatThrownBy(() -> guard.decode("token")).isInstanceOf(JwtException.class)
				.isNotInstanceOf(BadJwtException.class);
		}
		assertThat(calls).hasValue(1);
		this.now.updateAndGet((instant) -> instant.plus(IssuerGuard.PAUSE).plus(Duration.ofMillis(1)));
		assertThatThrownBy(() -> guard.decode("token")).isInstanceOf(JwtException.class);
		assertThat(calls).hasValue(2);
	}

	@Test
	void blamesTheTokenForAKeyThatFreshKeysDoNotHave() {
		IssuerGuard guard = new IssuerGuard((_) -> {
			throw new JwtException("no key", new RateLimitReachedException());
		}, this.now::get);
		assertThatThrownBy(() -> guard.decode("token")).isInstanceOf(BadJwtException.class);
	}

	@Test
	void blamesNobodyElseForKeysThatCannotBeRead() {
		IssuerGuard guard = new IssuerGuard((_) -> {
			throw new JwtException("keys cannot be read");
		}, this.now::get);
		assertThatThrownBy(() -> guard.decode("token")).isExactlyInstanceOf(JwtException.class);
	}

}
