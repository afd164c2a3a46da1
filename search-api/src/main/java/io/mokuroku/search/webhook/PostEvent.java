package io.mokuroku.search.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.mokuroku.upstream.wire.DirectHttp;
import io.mokuroku.upstream.wire.Hosts;
import io.mokuroku.upstream.wire.PublicAddresses;

/**
 * Posts events to servers of the public internet and to no others. The address that was
 * checked is the one that is connected to; redirects are not followed; nothing of the
 * answer but its status is looked at.
 */
final class PostEvent implements AutoCloseable {

	private static final int LARGEST_ANSWER = 64 << 10;

	private static final int LONGEST_URL = 2_000;

	private static final String NOT_ENCRYPTED = "must begin with https:";

	private final WebhookSettings settings;

	private final InstantSource clock;

	private final DirectHttp http;

	private final Hosts hosts;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

	PostEvent(WebhookSettings settings, InstantSource clock) {
		this(settings, clock, InetAddress::getAllByName);
	}

	PostEvent(WebhookSettings settings, InstantSource clock, Hosts.Names names) {
		this.hosts = new Hosts(names,
				(address) -> PublicAddresses.contains(address) || (settings.loopback() && address.isLoopbackAddress()));
		this.settings = settings;
		this.clock = clock;
		this.http = new DirectHttp(settings.connect(), settings.total(), LARGEST_ANSWER);
	}

	/**
	 * What is wrong with an address as that of a webhook; empty if nothing is.
	 */
	Optional<String> wrongWith(URI url) {
		String host = url.getHost();
		if (host == null || url.getRawUserInfo() != null || url.getRawFragment() != null
				|| url.toASCIIString().length() > LONGEST_URL) {
			return Optional.of("must be an address with a host and neither user nor fragment");
		}
		boolean encrypted = "https".equals(url.getScheme());
		if (!encrypted && !(this.settings.loopback() && "http".equals(url.getScheme()))) {
			return Optional.of(NOT_ENCRYPTED);
		}
		try {
			List<InetAddress> servers = servers(url);
			return (encrypted || servers.stream().allMatch(InetAddress::isLoopbackAddress)) ? Optional.empty()
					: Optional.of(NOT_ENCRYPTED);
		}
		catch (IOException ex) {
			return Optional.of(String.valueOf(ex.getMessage()));
		}
	}

	/** Makes one attempt; never throws because of the other side. */
	Webhook.Attempt post(Webhook webhook, String eventId, String body) {
		Instant began = this.clock.instant();
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		long timestamp = began.getEpochSecond();
		Map<String, String> headers = Map.of("User-Agent", "Mokuroku-Webhooks/1", "Content-Type", "application/json",
				"webhook-id", eventId, "webhook-timestamp", Long.toString(timestamp), "webhook-signature",
				Signature.of(webhook.secret(), eventId, timestamp, bytes));
		try {
			int status = post(URI.create(webhook.url().toASCIIString()), headers, bytes);
			return new Webhook.Attempt(began, eventId, status, null, millisSince(began));
		}
		catch (IOException | IllegalArgumentException ex) {
			return new Webhook.Attempt(began, eventId, null, reason(ex), millisSince(began));
		}
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

	private int post(URI url, Map<String, String> headers, byte[] body) throws IOException {
		Socket socket = DirectHttp.socket();
		Future<?> deadline = this.timer.schedule(() -> closed(socket), this.settings.total().toMillis(),
				TimeUnit.MILLISECONDS);
		try {
			return this.http.ask(url, headers, body, servers(url).getFirst(), socket).status();
		}
		finally {
			deadline.cancel(false);
		}
	}

	/** Nobody can be kept waiting by the servers of names of strangers. */
	private List<InetAddress> servers(URI url) throws IOException {
		FutureTask<List<InetAddress>> asked = new FutureTask<>(() -> this.hosts.find(url.getHost()));
		Thread.ofVirtual().name("webhook-names").start(asked);
		try {
			return asked.get(this.settings.connect().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof Hosts.HostRefusedException refused)
					? new IOException(refused.getMessage(), refused) : new IOException("the host is not known", ex);
		}
		catch (TimeoutException ex) {
			throw new IOException("the host could not be found in time", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("interrupted");
		}
	}

	private long millisSince(Instant began) {
		return Duration.between(began, this.clock.instant()).toMillis();
	}

	/** What strangers' servers say is not repeated. */
	private static String reason(Exception failure) {
		return switch (failure) {
			case SocketTimeoutException _ -> "no answer in time";
			case ConnectException _ -> "no connection";
			case SSLException _ -> "no secure connection";
			case SocketException _ -> "the connection was lost or took too long";
			case ProtocolException _ -> "the answer is not HTTP";
			case EOFException _ -> "the answer ended early";
			default -> String.valueOf(failure.getMessage());
		};
	}

	private static void closed(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException _) {
			return;
		}
	}

}
