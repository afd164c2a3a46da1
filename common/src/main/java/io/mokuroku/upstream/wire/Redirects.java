package io.mokuroku.upstream.wire;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Where an answer may send a request: a few times, never in a circle, to the host that
 * was configured or to a public one, and never from HTTPS to plain HTTP. The address of a
 * host is looked up here and once more by the connection, so that a name whose address
 * changes in between can still slip through; network rules are the second wall.
 */
final class Redirects {

	private static final int MOST = 3;

	private final Set<URI> seen = new HashSet<>();

	private final URI origin;

	private URI at;

	Redirects(URI origin) {
		this.origin = origin;
		this.at = origin;
		this.seen.add(origin);
	}

	/**
	 * The next address.
	 * @throws WireFailure if it may not be followed
	 */
	URI follow(String location) throws WireFailure {
		URI next = resolved(location);
		if (this.seen.size() > MOST) {
			throw refused("more than " + MOST + " redirects");
		}
		if (!this.seen.add(next)) {
			throw refused("redirected in a circle");
		}
		String scheme = Objects.requireNonNullElse(next.getScheme(), "").toLowerCase(Locale.ROOT);
		if (next.getHost() == null || !(scheme.equals("https") || scheme.equals(this.at.getScheme()))) {
			throw refused("redirected to another scheme");
		}
		if (!isHome(next) && !isPublic(next.getHost())) {
			throw refused("redirected to an address that is not public");
		}
		this.at = next;
		return next;
	}

	/**
	 * Whether the request still is where it was meant to go, so that secrets may go
	 * along.
	 */
	boolean isHome(URI address) {
		return this.origin.getHost().equalsIgnoreCase(address.getHost()) && this.origin.getPort() == address.getPort()
				&& this.origin.getScheme().equalsIgnoreCase(address.getScheme());
	}

	private URI resolved(String location) throws WireFailure {
		try {
			return this.at.resolve(location);
		}
		catch (IllegalArgumentException ex) {
			throw new WireFailure(Trouble.REDIRECTED, "redirected to no address", ex);
		}
	}

	private static boolean isPublic(String host) throws WireFailure {
		try {
			return !Hosts.ofThePublicInternet().find(host).isEmpty();
		}
		catch (Hosts.HostRefusedException ex) {
			return false;
		}
		catch (UnknownHostException ex) {
			throw new WireFailure(Trouble.REDIRECTED, "redirected to an unknown host", ex);
		}
	}

	private static WireFailure refused(String why) {
		return new WireFailure(Trouble.REDIRECTED, why, null);
	}

}
