package io.mokuroku.search.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs events in the way of Standard Webhooks: HMAC-SHA256 over the event's id, the time
 * and the body, so that neither can be exchanged.
 */
final class Signature {

	private static final String PREFIX = "whsec_";

	private static final int SECRET_BYTES = 32;

	private static final String ALGORITHM = "HmacSHA256";

	private Signature() {
	}

	/** A secret of 32 random bytes. */
	static String newSecret(SecureRandom random) {
		byte[] bytes = new byte[SECRET_BYTES];
		random.nextBytes(bytes);
		return PREFIX + Base64.getEncoder().encodeToString(bytes);
	}

	/**
	 * The value of the header {@code webhook-signature}.
	 * @param timestamp seconds since 1970
	 */
	static String of(String secret, String eventId, long timestamp, byte[] body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), ALGORITHM));
			mac.update((eventId + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
			return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java has " + ALGORITHM, ex);
		}
	}

}
