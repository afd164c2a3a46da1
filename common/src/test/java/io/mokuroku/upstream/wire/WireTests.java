package io.mokuroku.upstream.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What providers do wrong, done by a server on loopback.
 */
@Timeout(30)
class WireTests {

	private static final int LARGEST = 64 << 10;

	/** Slow only where a machine is: what goes wrong with it is not that it waits. */
	private final Wire wire = new Wire(
			new WireLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(20), LARGEST));

	private final Wire hasty = new Wire(
			new WireLimits(Duration.ofSeconds(2), Duration.ofMillis(800), Duration.ofMillis(1500), LARGEST));

	private HttpServer server;

	private String base;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
		this.base = "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	@AfterEach
	void stop() {
		this.wire.close();
		this.hasty.close();
		this.server.stop(0);
	}

	@Test
	void bringsStatusHeadersAndTheDecompressedBody() throws WireFailure {
		serve("/", (exchange) -> {
			exchange.getResponseHeaders().add("Content-Encoding", "gzip");
			answer(exchange, 203, gzipped("hello".getBytes(StandardCharsets.UTF_8)));
		});
		Reply reply = ask("/");
		assertThat(reply.status()).isEqualTo(203);
		assertThat(reply.body()).asString().isEqualTo("hello");
	}

	@Test
	void sendsHeadersAndABody() throws WireFailure {
		serve("/",
				(exchange) -> answer(exchange, 200,
						(exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("X-Key") + " "
								+ new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
							.getBytes(StandardCharsets.UTF_8)));
		Call call = new Call(URI.create(this.base + "/"), Map.of("X-Key", "hush"), "{}");
		assertThat(this.wire.exchange(call).body()).asString().isEqualTo("POST hush {}");
		assertThat(call.toString()).doesNotContain("hush");
	}

	@Test
	void givesUpOnAnAnswerThatComesInDrops() {
		CountDownLatch hungUp = new CountDownLatch(1);
		serve("/", (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			try (OutputStream body = exchange.getResponseBody()) {
				for (int drop = 0; drop < 400; drop++) {
					body.write(' ');
					body.flush();
					pause(50);
				}
			}
			catch (IOException ex) {
				hungUp.countDown();
			}
		});
		long start = System.nanoTime();
		assertThat(trouble(this.hasty, this.base + "/")).isEqualTo(Trouble.TIMED_OUT);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
		assertThat(await(hungUp)).isTrue();
	}

	@Test
	void givesUpOnAServerThatSaysNothing() {
		CountDownLatch end = new CountDownLatch(1);
		serve("/", (_) -> await(end));
		assertThat(trouble(this.hasty, this.base + "/")).isEqualTo(Trouble.TIMED_OUT);
		end.countDown();
	}

	@Test
	void hangsUpEarlyOnAHugeBody() {
		AtomicLong sent = new AtomicLong();
		CountDownLatch hungUp = new CountDownLatch(1);
		serve("/", (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			byte[] chunk = new byte[64 << 10];
			try (OutputStream body = exchange.getResponseBody()) {
				while (sent.get() < 200 << 20) {
					body.write(chunk);
					sent.addAndGet(chunk.length);
				}
			}
			catch (IOException ex) {
				hungUp.countDown();
			}
		});
		assertThat(trouble("/")).isEqualTo(Trouble.TOO_LARGE);
		assertThat(await(hungUp)).isTrue();
		assertThat(sent.get()).isLessThan(50 << 20);
	}

	@Test
	void refusesABodyThatUnfoldsToSomethingHuge() {
		serve("/", (exchange) -> {
			exchange.getResponseHeaders().add("Content-Encoding", "gzip");
			answer(exchange, 200, gzipped(new byte[8 << 20]));
		});
		assertThat(trouble("/")).isEqualTo(Trouble.TOO_LARGE);
	}

	@Test
	void noticesATruncatedBody() {
		byte[] whole = gzipped("a".repeat(5000).getBytes(StandardCharsets.UTF_8));
		serve("/gzip", (exchange) -> {
			exchange.getResponseHeaders().add("Content-Encoding", "gzip");
			answer(exchange, 200, Arrays.copyOf(whole, whole.length - 9));
		});
		serve("/length", (exchange) -> {
			exchange.sendResponseHeaders(200, 100);
			exchange.getResponseBody().write(new byte[10]);
			exchange.getResponseBody().flush();
			exchange.close();
		});
		assertThat(trouble("/gzip")).isEqualTo(Trouble.CUT_OFF);
		assertThat(trouble("/length")).isEqualTo(Trouble.CUT_OFF);
	}

	/** A server without any certificate agrees with nobody. */
	@Test
	void tellsAWrongHandshakeFromNoServer() throws IOException, NoSuchAlgorithmException {
		HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		secure.setHttpsConfigurator(new HttpsConfigurator(SSLContext.getDefault()));
		secure.start();
		assertThat(trouble(this.wire, "https://127.0.0.1:" + secure.getAddress().getPort() + "/"))
			.isEqualTo(Trouble.INSECURE);
		secure.stop(0);
		this.server.stop(0);
		assertThat(trouble("/")).isEqualTo(Trouble.UNREACHABLE);
	}

	@Test
	void followsARedirectAtHomeWithItsHeaders() throws WireFailure {
		redirect("/a", "/b");
		serve("/b", (exchange) -> answer(exchange, 200,
				exchange.getRequestHeaders().getFirst("X-Key").getBytes(StandardCharsets.UTF_8)));
		assertThat(this.wire.exchange(new Call(URI.create(this.base + "/a"), Map.of("X-Key", "key"), null)).body())
			.asString()
			.isEqualTo("key");
	}

	@Test
	void followsNoCircleAndNoLongChain() {
		redirect("/circle", "/circle");
		redirect("/1", "/2");
		redirect("/2", "/3");
		redirect("/3", "/4");
		redirect("/4", "/5");
		assertThat(trouble("/circle")).isEqualTo(Trouble.REDIRECTED);
		assertThat(trouble("/1")).isEqualTo(Trouble.REDIRECTED);
	}

	@Test
	void followsNoRedirectIntoOurOwnNetworkOrToAnotherScheme() {
		redirect("/metadata", "http://169.254.169.254/latest/");
		redirect("/carrier", "http://100.64.0.1/");
		redirect("/port", "http://127.0.0.1:1/");
		redirect("/file", "file:///etc/passwd");
		assertThat(trouble("/metadata")).isEqualTo(Trouble.REDIRECTED);
		assertThat(trouble("/carrier")).isEqualTo(Trouble.REDIRECTED);
		assertThat(trouble("/port")).isEqualTo(Trouble.REDIRECTED);
		assertThat(trouble("/file")).isEqualTo(Trouble.REDIRECTED);
	}

	private Reply ask(String path) throws WireFailure {
		return this.wire.exchange(new Call(URI.create(this.base + path), Map.of(), null));
	}

	private Trouble trouble(String path) {
		return trouble(this.wire, this.base + path);
	}

	private static Trouble trouble(Wire wire, String address) {
		return catchThrowableOfType(WireFailure.class,
				() -> wire.exchange(new Call(URI.create(address), Map.of(), null)))
			.trouble();
	}

	private void redirect(String from, String to) {
		serve(from, (exchange) -> {
			exchange.getResponseHeaders().add("Location", to);
			answer(exchange, 302, new byte[0]);
		});
	}

	private void serve(String path, HttpHandler handler) {
		this.server.createContext(path, handler);
	}

	private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
		exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static byte[] gzipped(byte[] content) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static void pause(int millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
