package io.mokuroku.search.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpServer;
import io.mokuroku.digest.Sha256;
import io.mokuroku.export.Export;
import io.mokuroku.export.Licence;

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
		Export latest = new Export(Export.SCHEMA_VERSION, "20261128T030000.000Z-0badcafe",
				Instant.parse("2026-11-28T03:00:09Z"), "2026-47", KEY, file.length, Sha256.hex(file), 1,
				new Licence("ODbL-1.0", "https://example.org/o", "DbCL-1.0", "https://example.org/d", "Contains …"));
		Map<String, byte[]> objects = Map.of("/" + bucket + "/" + Export.LATEST, latest.written(),
				"/" + bucket + "/" + KEY, file);
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

}
