package io.mokuroku.review.portal;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/**
 * The portal as a client of its issuer. The issuer is asked about itself when somebody
 * signs in, and not before, so that the service starts without it; what it said is kept.
 */
final class PortalClient implements ClientRegistrationRepository {

	static final String ID = "mokuroku";

	private final Supplier<ClientRegistration> discovery;

	private volatile @Nullable ClientRegistration known;

	PortalClient(Supplier<ClientRegistration> discovery) {
		this.discovery = discovery;
	}

	@Override
	public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
		if (!ID.equals(registrationId)) {
			return null;
		}
		ClientRegistration registration = this.known;
		if (registration == null) {
			registration = this.discovery.get();
			this.known = registration;
		}
		return registration;
	}

}
