package io.mokuroku.search.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpServer;

/**
 * The bucket with one export in it, asked by the real client.
 */
public final class ExportBucket {

	private static final String KEY = "exports/20261128T030000.000Z-0badcafe/catalogue.jsonl.gz";

	private static final byte[] MISSING = "<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>"
		.getBytes(StandardCharsets.UTF_8);

	private ExportBucket() {
	}

	/**
	 * Opens it on the loopback address, for as long as the process lives.
	 * @param bucket its name
	 * @return where S3 answers
	 */
	public static String open(String bucket) {
		byte[] file = zipped("{\"id\":\"00000000-0000-0000-0000-000000000001\"}\n");
		String latest = """
				{"schemaVersion":1,"id":"20261128T030000.000Z-0badcafe","takenAt":"2026-11-28T03:00:09Z",
				"sourceRelease":"2026-47","key":"%s","bytes":%d,"sha256":"%s","entries":1,
				"licence":{"database":"ODbL-1.0","databaseUrl":"https://example.org/o","contents":"DbCL-1.0",
				"contentsUrl":"https://example.org/d","attribution":"Contains …"}}""".formatted(KEY, file.length,
				digest(file));
		Map<String, byte[]> objects = Map.of("/" + bucket + "/exports/latest.json",
				latest.getBytes(StandardCharsets.UTF_8), "/" + bucket + "/" + KEY, file);
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", (exchange) -> {
				byte[] object = objects.get(exchange.getRequestURI().getPath());
				byte[] answer = (object != null) ? object : MISSING;
				exchange.sendResponseHeaders((object != null) ? 200 : 404, answer.length);
				exchange.getResponseBody().write(answer);
				exchange.close();
			});
			server.start();
			return "http://127.0.0.1:" + server.getAddress().getPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] zipped(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
			zip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static String digest(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
