package io.mokuroku.upstream.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the servers of a host that a stranger named, and gives out none unless all of
 * them may be asked. A name is looked up once: what is given out here is to be connected
 * to as it is ({@link DirectHttp}), for the next answer to the same name may be another.
 */
public final class Hosts {

	private final Names names;

	private final Predicate<InetAddress> reachable;

	/**
	 * Hosts whose servers may be asked.
	 * @param names what names stand for
	 * @param reachable which addresses may be asked
	 */
	public Hosts(Names names, Predicate<InetAddress> reachable) {
		this.names = names;
		this.reachable = reachable;
	}

	/** Hosts of the public internet. */
	public static Hosts ofThePublicInternet() {
		return new Hosts(InetAddress::getAllByName, PublicAddresses::contains);
	}

	/**
	 * The servers of a host, at least one.
	 * @throws UnknownHostException if there are none
	 * @throws HostRefusedException if one of them may not be asked
	 */
	public List<InetAddress> find(String host) throws UnknownHostException, HostRefusedException {
		List<InetAddress> servers = List.of(this.names.of(host));
		if (servers.isEmpty()) {
			throw new UnknownHostException(host);
		}
		if (!servers.stream().allMatch(this.reachable)) {
			throw new HostRefusedException();
		}
		return servers;
	}

	/** What names stand for. */
	@FunctionalInterface
	public interface Names {

		/** All addresses of a host. */
		InetAddress[] of(String host) throws UnknownHostException;

	}

	/** Some server of a host is none that may be asked. */
	public static final class HostRefusedException extends Exception {

		private static final long serialVersionUID = 1L;

		HostRefusedException() {
			super("the host is not on the public internet");
		}

	}

}
