package io.mokuroku.sync.release;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

import io.mokuroku.upstream.PublicAddresses;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests go out to the web and nowhere else: an address that somebody sent us, or
 * a redirect, must not make us ask servers that only we can reach. The API an operator
 * configured is exempt, wherever it is.
 */
final class AddressGuard {

	private final URI trusted;

	private final boolean ownNetwork;

	AddressGuard(URI trusted, boolean ownNetwork) {
		this.trusted = trusted;
		this.ownNetwork = ownNetwork;
	}

	/** Whether an address belongs to the configured API. */
	boolean trusts(URI address) {
		return sameText(address.getScheme(), this.trusted.getScheme())
				&& sameText(address.getRawAuthority(), this.trusted.getRawAuthority());
	}

	/**
	 * Checks an address before it is asked.
	 * @throws ReleaseUnavailable if it must not be
	 */
	void check(URI address) throws ReleaseUnavailable {
		String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
		String host = address.getHost();
		if (host == null || address.getRawUserInfo() != null || !(scheme.equals("https") || scheme.equals("http"))) {
			throw ReleaseUnavailable.forGood("Not a plain web address: " + scheme + "://" + host, null);
		}
		if (this.ownNetwork || trusts(address)) {
			return;
		}
		try {
			for (InetAddress target : InetAddress.getAllByName(host)) {
				if (!PublicAddresses.contains(target)) {
					throw ReleaseUnavailable.forGood(host + " is not on the public web", null);
				}
			}
		}
		catch (UnknownHostException ex) {
			throw ReleaseUnavailable.forNow(host + " cannot be found", ex);
		}
	}

	private static boolean sameText(@Nullable String one, @Nullable String other) {
		return one != null && one.equalsIgnoreCase(other);
	}

}
