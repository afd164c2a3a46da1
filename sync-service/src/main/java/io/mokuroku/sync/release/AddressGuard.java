package io.mokuroku.sync.release;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import io.mokuroku.upstream.wire.Hosts;
import io.mokuroku.upstream.wire.PublicAddresses;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests go out to the web and nowhere else: an address that somebody sent us, or
 * a redirect, must not make us ask servers that only we can reach. The API an operator
 * configured is exempt, wherever it is.
 */
final class AddressGuard {

	private final URI trusted;

	private final Hosts anywhere;

	private final Hosts hosts;

	AddressGuard(URI trusted, boolean ownNetwork) {
		this(trusted, InetAddress::getAllByName, ownNetwork ? (address) -> true : PublicAddresses::contains);
	}

	/**
	 * Guards.
	 * @param trusted the configured API
	 * @param names what names stand for
	 * @param reachable which addresses others may send us to
	 */
	AddressGuard(URI trusted, Hosts.Names names, Predicate<InetAddress> reachable) {
		this.trusted = trusted;
		this.anywhere = new Hosts(names, (address) -> true);
		this.hosts = new Hosts(names, reachable);
	}

	/** Whether an address belongs to the configured API. */
	boolean trusts(URI address) {
		return sameText(address.getScheme(), this.trusted.getScheme())
				&& sameText(address.getRawAuthority(), this.trusted.getRawAuthority());
	}

	/**
	 * Checks an address before it is asked.
	 * @return the servers to ask, as names may stand for others a moment later
	 * @throws ReleaseUnavailable if it must not be
	 */
	List<InetAddress> servers(URI address) throws ReleaseUnavailable {
		String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
		String host = address.getHost();
		if (host == null || address.getRawUserInfo() != null || !(scheme.equals("https") || scheme.equals("http"))) {
			throw new ReleaseUnavailable("Not a plain web address: " + scheme + "://" + host, null);
		}
		try {
			return (trusts(address) ? this.anywhere : this.hosts).find(host);
		}
		catch (Hosts.HostRefusedException ex) {
			throw new ReleaseUnavailable(host + " is not on the public web", ex);
		}
		catch (UnknownHostException ex) {
			throw new ReleaseUnavailable(host + " cannot be found", ex);
		}
	}

	private static boolean sameText(@Nullable String one, @Nullable String other) {
		return one != null && one.equalsIgnoreCase(other);
	}

}
