package io.mokuroku.enrichment.image;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.mokuroku.upstream.wire.DirectHttp;
import io.mokuroku.upstream.wire.Hosts;
import io.mokuroku.upstream.wire.PublicAddresses;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pictures from the web and from nowhere else: other schemes, addresses inside
 * our own network, other hosts than those allowed and anything too large are refused. The
 * address that was checked is the one that is connected to, also after every redirect, so
 * that a name which means something else a moment later leads nowhere.
 */
final class ImageDownload implements AutoCloseable {

	private static final Set<String> WEB = Set.of("http", "https");

	private static final Set<Integer> PASSING = Set.of(408, 425, 429);

	private static final int MOST_REDIRECTS = 3;

	private static final Map<String, String> REQUEST = Map.of("User-Agent", "Mokuroku", "Accept", "image/*");

	private final ImageSettings settings;

	private final Hosts hosts;

	private final DirectHttp http;

	private final int largest;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("image-deadlines").factory());

	ImageDownload(ImageSettings settings) {
		this(settings, InetAddress::getAllByName,
				settings.allowPrivateHosts() ? (address) -> true : PublicAddresses::contains);
	}

	/**
	 * Downloads.
	 * @param names what names stand for
	 * @param reachable which addresses may be asked
	 */
	ImageDownload(ImageSettings settings, Hosts.Names names, Predicate<InetAddress> reachable) {
		this.settings = settings;
		this.hosts = new Hosts(names, reachable);
		this.largest = (int) settings.largest().toBytes();
		this.http = new DirectHttp(settings.connectTimeout(), settings.readTimeout(), this.largest);
	}

	/**
	 * Fetches a picture.
	 * @throws ImageRefused if it may not be fetched, is not there, or is too large
	 * @throws ImageUnavailable if it cannot be had now
	 */
	byte[] fetch(URI address) throws ImageRefused, ImageUnavailable {
		long end = System.nanoTime() + this.settings.patience().toNanos();
		URI next = address;
		for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
			DirectHttp.Reply reply = ask(next, end);
			String location = reply.headers().get("location");
			if (reply.status() / 100 == 3 && location != null) {
				next = resolved(next, location);
			}
			else {
				return content(reply);
			}
		}
		throw new ImageRefused("redirected too often", null);
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

	private byte[] content(DirectHttp.Reply reply) throws ImageRefused, ImageUnavailable {
		if (reply.status() >= 500 || PASSING.contains(reply.status())) {
			throw new ImageUnavailable("status " + reply.status(), null);
		}
		if (reply.status() / 100 != 2) {
			throw new ImageRefused("status " + reply.status(), null);
		}
		if (reply.body().length > this.largest) {
			throw new ImageRefused("too large", null);
		}
		return reply.body();
	}

	private DirectHttp.Reply ask(URI address, long end) throws ImageRefused, ImageUnavailable {
		if (address.getScheme() == null || !WEB.contains(address.getScheme().toLowerCase(Locale.ROOT))
				|| address.getHost() == null || address.getRawUserInfo() != null) {
			throw new ImageRefused("not a web address", null);
		}
		if (!isAllowed(address.getHost())) {
			throw new ImageRefused("not an allowed host", null);
		}
		URI page = URI.create(address.toASCIIString());
		@Nullable IOException failure = null;
		for (InetAddress server : checked(page.getHost())) {
			Socket socket = DirectHttp.socket();
			long left = end - System.nanoTime();
			Future<?> deadline = this.timer.schedule(() -> closed(socket), left, TimeUnit.NANOSECONDS);
			try {
				return this.http.ask(page, REQUEST, null, server, socket);
			}
			catch (IOException ex) {
				if (System.nanoTime() >= end) {
					throw new ImageUnavailable("too slow", ex);
				}
				failure = ex;
			}
			finally {
				deadline.cancel(false);
			}
		}
		throw new ImageUnavailable("not reachable", failure);
	}

	private List<InetAddress> checked(String host) throws ImageRefused, ImageUnavailable {
		try {
			return this.hosts.find(host);
		}
		catch (Hosts.HostRefusedException ex) {
			throw new ImageRefused("not a public address", ex);
		}
		catch (UnknownHostException ex) {
			throw new ImageUnavailable("no such host", ex);
		}
	}

	private boolean isAllowed(String host) {
		return this.settings.hosts().isEmpty() || this.settings.hosts()
			.stream()
			.anyMatch((allowed) -> host.equalsIgnoreCase(allowed)
					|| host.toLowerCase(Locale.ROOT).endsWith("." + allowed.toLowerCase(Locale.ROOT)));
	}

	private static void closed(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException _) {
			return;
		}
	}

	private static URI resolved(URI base, String location) throws ImageRefused {
		try {
			return base.resolve(location);
		}
		catch (IllegalArgumentException ex) {
			throw new ImageRefused("redirected to no address", ex);
		}
	}

}
