package io.mokuroku.local.states;

import java.net.URI;
import java.util.Map;

import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Task messages through the client of the SDK to a real queue.
 */
class SqsTaskTargetsTests {

	private static SQSRestServer server;

	private static SqsClient sqs;

	private static String address;

	@BeforeAll
	static void start() {
		server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
		address = "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort();
		sqs = client(address);
	}

	private static SqsClient client(String endpoint) {
		return SqsClient.builder()
			.endpointOverride(URI.create(endpoint))
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
			.overrideConfiguration((configuration) -> configuration.retryStrategy((retry) -> retry.maxAttempts(1)))
			.build();
	}

	@AfterAll
	static void stop() {
		sqs.close();
		server.stopAndWait();
	}

	private static TaskTargets.Message message(String queueUrl) {
		return new TaskTargets.Message(queueUrl, "{\"a\":1}",
				Map.of("kind", new TaskTargets.MessageAttr("String", "x")), null, null, null);
	}

	@Test
	void messageArrivesWithItsAttributes() throws TaskTargetException {
		String queue = sqs.createQueue((request) -> request.queueName("tasks")).queueUrl();
		TaskTargets.Receipt receipt = new SqsTaskTargets(sqs).send(message(queue));
		Message received = sqs
			.receiveMessage((request) -> request.queueUrl(queue).waitTimeSeconds(5).messageAttributeNames("All"))
			.messages()
			.getFirst();
		assertThat(received.messageId()).isEqualTo(receipt.messageId());
		assertThat(received.md5OfBody()).isEqualTo(receipt.bodyMd5());
		assertThat(received.body()).isEqualTo("{\"a\":1}");
		assertThat(received.messageAttributes()).containsEntry("kind",
				MessageAttributeValue.builder().dataType("String").stringValue("x").build());
	}

	@Test
	void missingQueueAndDeadServerHaveTheirNames() {
		assertThatExceptionOfType(TaskTargetException.class)
			.isThrownBy(() -> new SqsTaskTargets(sqs).send(message(address + "/000000000000/none")))
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo("SQS.QueueDoesNotExistException"));
		try (SqsClient nowhere = client("http://127.0.0.1:1")) {
			assertThatExceptionOfType(TaskTargetException.class)
				.isThrownBy(() -> new SqsTaskTargets(nowhere).send(message("http://127.0.0.1:1/queue")))
				.satisfies((ex) -> assertThat(ex.error()).isEqualTo("SQS.SdkClientException"));
		}
	}

}
