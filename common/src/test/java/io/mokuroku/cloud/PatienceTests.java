package io.mokuroku.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PatienceTests {

	private static final Patience SHORT = new Patience(Duration.ofMillis(200), Duration.ofMillis(300));

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpServer server;

	PatienceTests() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	@Test
	void limitsAttemptsAndCallsAndLeavesTheRest() {
		try (DynamoDbClient client = SHORT
			.with(here(DynamoDbClient.builder())
				.overrideConfiguration((calls) -> calls.retryStrategy(AwsRetryStrategy.doNotRetry())))
			.build()) {
			ClientOverrideConfiguration limits = client.serviceClientConfiguration().overrideConfiguration();
			assertThat(limits.apiCallAttemptTimeout()).contains(SHORT.attempt());
			assertThat(limits.apiCallTimeout()).contains(SHORT.call());
			assertThat(limits.retryStrategy()).hasValueSatisfying((kept) -> assertThat(kept.maxAttempts()).isOne());
		}
		try (SqsAsyncClient client = Patience.QUEUES.withAsync(here(SqsAsyncClient.builder())).build()) {
			ClientOverrideConfiguration limits = client.serviceClientConfiguration().overrideConfiguration();
			assertThat(limits.apiCallAttemptTimeout()).as("SQS holds a poll for 20 s")
				.hasValueSatisfying((time) -> assertThat(time).isGreaterThanOrEqualTo(Duration.ofSeconds(30)));
			assertThat(limits.apiCallTimeout()).contains(Duration.ofMinutes(1));
		}
	}

	@Test
	void givesUpOnWhatDoesNotAnswer() {
		answer((exchange) -> sleep(Duration.ofSeconds(20)));
		try (DynamoDbClient client = SHORT.with(here(DynamoDbClient.builder())).build()) {
			long began = System.nanoTime();
			assertThatExceptionOfType(SdkClientException.class).isThrownBy(client::listTables);
			assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
		}
	}

	@Test
	void waitsLongerForACallThatSaysSo() {
		answer((exchange) -> {
			sleep(Duration.ofMillis(600));
			exchange.sendResponseHeaders(200, 0);
			write(exchange, "{\"TableNames\":[\"anime\"]}");
		});
		try (DynamoDbClient client = SHORT.with(here(DynamoDbClient.builder())).build()) {
			assertThat(client.listTables((ask) -> ask.overrideConfiguration(Patience.SCANS::limit)).tableNames())
				.containsExactly("anime");
		}
	}

	@Test
	void doesNotCutAStreamThatIsReadSlowly() throws IOException {
		answer((exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			for (int i = 0; i < 5; i++) {
				write(exchange, "part ");
				sleep(Duration.ofMillis(100));
			}
		});
		try (S3Client client = SHORT.with(here(S3Client.builder()).forcePathStyle(true)).build();
				InputStream file = client.getObject((get) -> get.bucket("files").key("large"))) {
			assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("part ".repeat(5));
		}
	}

	@Test
	void refusesCallsThatEndBeforeTheirAttempts() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Patience(Duration.ofSeconds(2), Duration.ofSeconds(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> new Patience(Duration.ZERO, Duration.ofSeconds(1)));
	}

	private <B extends AwsClientBuilder<B, C>, C> B here(B client) {
		return client.region(Region.US_EAST_1)
			.endpointOverride(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()))
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
	}

	private void answer(HttpHandler handler) {
		this.server.createContext("/", (exchange) -> {
			try (exchange) {
				exchange.getRequestBody().readAllBytes();
				handler.handle(exchange);
			}
		});
	}

	private static void write(HttpExchange exchange, String text) throws IOException {
		OutputStream out = exchange.getResponseBody();
		out.write(text.getBytes(StandardCharsets.UTF_8));
		out.flush();
	}

	private static void sleep(Duration time) {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
