package io.mokuroku.review.portal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

final class PortalClientTests {

	private final ClientRegistration registration = ClientRegistration.withRegistrationId(PortalClient.ID)
		.clientId("mokuroku-portal")
		.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
		.redirectUri("{baseUrl}")
		.authorizationUri("https://issuer.example/authorize")
		.tokenUri("https://issuer.example/token")
		.build();

	private final Deque<Supplier<ClientRegistration>> discoveries = new ArrayDeque<>();

	private final PortalClient client = new PortalClient(() -> this.discoveries.pop().get());

	@Test
	void asksTheIssuerWhenSomebodySignsInAndKeepsWhatItSaid() {
		this.discoveries.add(() -> this.registration);
		assertThat(this.client.findByRegistrationId(PortalClient.ID)).isSameAs(this.registration);
		assertThat(this.client.findByRegistrationId(PortalClient.ID)).isSameAs(this.registration);
	}

	@Test
	void asksAgainAfterTheIssuerWasAway() {
		this.discoveries.add(() -> {
			throw new IllegalStateException("away");
		});
		this.discoveries.add(() -> this.registration);
		assertThatIllegalStateException().isThrownBy(() -> this.client.findByRegistrationId(PortalClient.ID));
		assertThat(this.client.findByRegistrationId(PortalClient.ID)).isSameAs(this.registration);
	}

	@Test
	void knowsNoOtherClientAndAsksNobodyAboutIt() {
		assertThat(this.client.findByRegistrationId("another")).isNull();
	}

}
