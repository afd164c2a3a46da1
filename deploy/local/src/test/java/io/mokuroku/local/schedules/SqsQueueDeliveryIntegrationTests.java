package io.mokuroku.local.schedules;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

import static org.assertj.core.api.Assertions.assertThat;

class SqsQueueDeliveryIntegrationTests {

	private static final int SCHEDULES = 500;

	private static SQSRestServer engine;

	private static SqsClient sqs;

	@BeforeAll
	static void open() {
		engine = SQSRestServerBuilder.withDynamicPort()
			.withInterface("127.0.0.1")
			.withAWSRegion("us-east-1")
			.withAWSAccountId("000000000000")
			.start();
		sqs = SqsClient.builder()
			.endpointOverride(URI.create("http://127.0.0.1:" + engine.waitUntilStarted().localAddress().getPort()))
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
			.build();
	}

	@AfterAll
	static void close() {
		sqs.close();
		engine.stopAndWait();
	}

	@Test
	void manySchedulesForOneInstantArriveOnceEach(@TempDir Path folder) throws Exception {
		String queue = sqs.createQueue((create) -> create.queueName("updates")).queueUrl();
		try (SchedulerServer server = SchedulerServer.open(folder, new SqsQueueDelivery(sqs), InstantSource.system());
				AwsEndpoint endpoint = AwsEndpoint.of(server);
				SchedulerClient client = endpoint.client()) {
			Instant due = Instant.now().plusSeconds(10).truncatedTo(ChronoUnit.SECONDS);
			try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
				IntStream.range(0, SCHEDULES)
					.forEach((number) -> threads.execute(() -> create(client, "episode-" + number, due, "updates")));
			}
			Map<String, Integer> arrived = new HashMap<>();
			Instant deadline = due.plusSeconds(60);
			while (arrived.size() < SCHEDULES && Instant.now().isBefore(deadline)) {
				receive(queue).forEach((message) -> arrived.merge(message.body(), 1, Integer::sum));
			}
			assertThat(arrived).hasSize(SCHEDULES);
			assertThat(arrived.values()).containsOnly(1);
		}
	}

	@Test
	void missingQueueEndsInTheDeadLetterQueue(@TempDir Path folder) throws Exception {
		String letters = sqs.createQueue((create) -> create.queueName("letters")).queueUrl();
		try (SchedulerServer server = SchedulerServer.open(folder, new SqsQueueDelivery(sqs), InstantSource.system());
				AwsEndpoint endpoint = AwsEndpoint.of(server);
				SchedulerClient client = endpoint.client()) {
			create(client, "lost", Instant.now().minusSeconds(1), "missing");
			List<Message> found = new ArrayList<>();
			Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
			while (found.isEmpty() && Instant.now().isBefore(deadline)) {
				found.addAll(receive(letters));
			}
			assertThat(found).hasSize(1);
			assertThat(found.getFirst().messageAttributes()).hasEntrySatisfying("ERROR_CODE",
					(code) -> assertThat(code.stringValue()).isEqualTo("AWS.SimpleQueueService.NonExistentQueue"));
		}
	}

	private static void create(SchedulerClient client, String name, Instant due, String queue) {
		String time = LocalDateTime.ofInstant(due.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC)
			.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
		client.createSchedule((create) -> create.name(name)
			.scheduleExpression("at(" + time + ")")
			.actionAfterCompletion("DELETE")
			.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
			.target((target) -> target.arn(RecordedQueues.arn(queue))
				.roleArn("arn:aws:iam::000000000000:role/scheduler")
				.input(name)
				.retryPolicy((retry) -> retry.maximumRetryAttempts(0))
				.deadLetterConfig((letters) -> letters.arn(RecordedQueues.arn("letters")))));
	}

	private static List<Message> receive(String queue) {
		List<Message> messages = sqs
			.receiveMessage((receive) -> receive.queueUrl(queue)
				.maxNumberOfMessages(10)
				.waitTimeSeconds(2)
				.messageAttributeNames("All"))
			.messages();
		messages.forEach((message) -> sqs
			.deleteMessage((delete) -> delete.queueUrl(queue).receiptHandle(message.receiptHandle())));
		return messages;
	}

}
