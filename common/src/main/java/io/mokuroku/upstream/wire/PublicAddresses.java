package io.mokuroku.upstream.wire;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Tells addresses of the public internet from those of our own network, of this machine
 * and of the cloud's metadata. Ranges are those of the IANA special-purpose registries
 * (RFC 6890).
 */
public final class PublicAddresses {

	private PublicAddresses() {
	}

	/** Whether an address that a name stands for may be asked. */
	public static boolean contains(InetAddress address) {
		if (address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
				|| address.isAnyLocalAddress() || address.isMulticastAddress()) {
			return false;
		}
		byte[] bytes = address.getAddress();
		return (address instanceof Inet4Address) ? isPublic4(bytes) : isPublic6(bytes);
	}

	private static boolean isPublic4(byte[] bytes) {
		int first = bytes[0] & 0xFF;
		int second = bytes[1] & 0xFF;
		boolean thisNetwork = first == 0;
		boolean sharedByCarrier = first == 100 && (second & 0xC0) == 64;
		boolean protocols = first == 192 && second == 0 && bytes[2] == 0;
		boolean measuring = first == 198 && (second & 0xFE) == 18;
		return !(thisNetwork || sharedByCarrier || protocols || measuring || first >= 240);
	}

	/**
	 * Translated IPv4 addresses, NAT64 and 6to4, could lead anywhere; nobody needs them.
	 */
	private static boolean isPublic6(byte[] bytes) {
		boolean global = (bytes[0] & 0xE0) == 0x20;
		boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
		return global && !sixToFour;
	}

}
