package io.mokuroku.search.export;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import com.sun.net.httpserver.HttpServer;
import io.mokuroku.cloud.Patience;
import io.mokuroku.export.Export;
import io.mokuroku.export.Licence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

import static org.assertj.core.api.Assertions.assertThat;

final class BucketExportsTests {

	private static final byte[] BEGINNING = "lines".getBytes(StandardCharsets.UTF_8);

	private HttpServer server;

	private S3Client s3;

	@BeforeEach
	void open() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.start();
		this.s3 = Patience.FILES.with(S3Client.builder())
			.endpointOverride(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()))
			.forcePathStyle(true)
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
			.build();
	}

	@AfterEach
	void close() {
		this.s3.close();
		this.server.stop(0);
	}

	@Test
	@Timeout(10)
	void readsNothingOfAFileThatNobodyReadsToItsEnd() throws IOException {
		serves(1 << 20);
		try (InputStream file = opened()) {
			assertThat(file.read()).isEqualTo(BEGINNING[0]);
		}
	}

	@Test
	@Timeout(60)
	void readsAFileToItsEndAgainAndAgain() throws IOException {
		serves(BEGINNING.length);
		for (int each = 0; each < 60; each++) {
			try (InputStream file = opened()) {
				assertThat(file.readAllBytes()).isEqualTo(BEGINNING);
			}
		}
	}

	/** Sends the beginning of a file; if there is a rest, it never comes. */
	private void serves(long length) {
		this.server.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(200, length);
			exchange.getResponseBody().write(BEGINNING);
			exchange.getResponseBody().flush();
			if (length == BEGINNING.length) {
				exchange.close();
			}
		});
	}

	private InputStream opened() {
		return new BucketExports(this.s3, "exports")
			.open(new Export(Export.SCHEMA_VERSION, "a", Instant.EPOCH, null, "exports/a/catalogue.jsonl.gz", 1, "5ad1",
					1, new Licence("a", "b", "c", "d", "e")))
			.orElseThrow();
	}

}
