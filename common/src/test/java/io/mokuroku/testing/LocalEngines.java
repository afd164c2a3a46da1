package io.mokuroku.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.mokuroku.topology.Queues;
import io.mokuroku.topology.Tables;
import io.mokuroku.topology.Topology;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * DynamoDB Local (in memory) and ElasticMQ with all tables and queues, started once per
 * test JVM. Applications under test find them through the SDK's own settings, which are
 * set as system properties.
 */
public final class LocalEngines {

	/** As many items as DynamoDB deletes at once. */
	private static final int BATCH = 25;

	/** Who tells of every request. */
	private static final List<String> TALKATIVE = List.of("software.amazon.dynamodb",
			"software.amazon.dynamodb.services.local.server", "org.elasticmq");

	private final Topology topology = Topology.load();

	private final DynamoDbClient dynamo;

	private final SqsAsyncClient sqs;

	private final Map<String, String> queueUrls = new ConcurrentHashMap<>();

	private LocalEngines(URI dynamoAddress, URI sqsAddress) {
		StaticCredentialsProvider credentials = StaticCredentialsProvider
			.create(AwsBasicCredentials.create("test", "test"));
		this.dynamo = DynamoDbClient.builder()
			.region(Region.US_EAST_1)
			.credentialsProvider(credentials)
			.endpointOverride(dynamoAddress)
			.build();
		this.sqs = SqsAsyncClient.builder()
			.region(Region.US_EAST_1)
			.credentialsProvider(credentials)
			.endpointOverride(sqsAddress)
			.build();
		createTables();
		Queues.createMissing(this.sqs, this.topology);
	}

	/**
	 * Creates the tables that are missing. Nothing vanishes from them by itself: the time
	 * of a test is its own, and may long be over by the clock of DynamoDB.
	 */
	public void createTables() {
		Tables.createMissing(this.dynamo, new Topology(this.topology.queues(),
				this.topology.tables().stream().map(LocalEngines::lasting).toList(), this.topology.buckets()));
	}

	private static Topology.Table lasting(Topology.Table table) {
		return new Topology.Table(table.name(), table.hashKey(), table.rangeKey(), null, table.indexes());
	}

	/** Starts the engines if they do not run yet. */
	public static LocalEngines start() {
		return InProcess.INSTANCE;
	}

	/**
	 * The same tables and queues on engines that run already.
	 * @param dynamoAddress where DynamoDB answers
	 * @param sqsAddress where SQS answers
	 */
	public static LocalEngines at(URI dynamoAddress, URI sqsAddress) {
		return new LocalEngines(dynamoAddress, sqsAddress);
	}

	/** A client of the database. */
	public DynamoDbClient dynamo() {
		return this.dynamo;
	}

	/** A client of the queues. */
	public SqsAsyncClient sqs() {
		return this.sqs;
	}

	/** The address of a queue. */
	public String queueUrl(String name) {
		return this.queueUrls.computeIfAbsent(name,
				(each) -> this.sqs.getQueueUrl((ask) -> ask.queueName(each)).join().queueUrl());
	}

	/** How many messages of a queue are waiting or being handled. */
	public int unfinished(String queue) {
		return this.sqs.getQueueAttributes((ask) -> ask.queueUrl(queueUrl(queue)).attributeNamesWithStrings("All"))
			.join()
			.attributesAsStrings()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().equals("ApproximateNumberOfMessages")
					|| entry.getKey().equals("ApproximateNumberOfMessagesNotVisible"))
			.mapToInt((entry) -> Integer.parseInt(entry.getValue()))
			.sum();
	}

	/** Takes every message off every queue and every item out of every table. */
	public void reset() {
		CompletableFuture
			.allOf(this.topology.queues()
				.stream()
				.flatMap((queue) -> Stream.of(queue.name(), queue.deadLetterName()))
				.map((name) -> this.sqs.purgeQueue((purge) -> purge.queueUrl(queueUrl(name))))
				.toArray(CompletableFuture[]::new))
			.join();
		this.topology.tables().forEach(this::empty);
	}

	private void empty(Topology.Table table) {
		List<String> key = new ArrayList<>(List.of(table.hashKey()));
		String rangeKey = table.rangeKey();
		if (rangeKey != null) {
			key.add(rangeKey);
		}
		List<WriteRequest> deletions = this.dynamo
			.scanPaginator((scan) -> scan.tableName(table.name()).attributesToGet(key))
			.items()
			.stream()
			.map((item) -> WriteRequest.builder().deleteRequest((delete) -> delete.key(item)).build())
			.toList();
		for (int from = 0; from < deletions.size(); from += BATCH) {
			delete(table, deletions.subList(from, Math.min(from + BATCH, deletions.size())));
		}
	}

	private void delete(Topology.Table table, List<WriteRequest> batch) {
		Map<String, List<WriteRequest>> left = Map.of(table.name(), batch);
		while (!left.isEmpty()) {
			Map<String, List<WriteRequest>> now = left;
			left = this.dynamo.batchWriteItem((write) -> write.requestItems(now)).unprocessedItems();
		}
	}

	private static LocalEngines inProcess() {
		URI dynamoAddress = startDynamo();
		URI sqsAddress = startSqs();
		System.setProperty("aws.region", "us-east-1");
		System.setProperty("aws.accessKeyId", "test");
		System.setProperty("aws.secretAccessKey", "test");
		System.setProperty("aws.endpointUrlDynamoDb", dynamoAddress.toString());
		System.setProperty("aws.endpointUrlSqs", sqsAddress.toString());
		if (System.getProperty("aws.endpointUrlScheduler") == null) {
			// nobody is there: schedules of services under test go nowhere
			System.setProperty("aws.endpointUrlScheduler", "http://127.0.0.1:1");
		}
		System.setProperty("mokuroku.queues.poll-for", "1s");
		TALKATIVE.forEach(LocalEngines::hush);
		return new LocalEngines(dynamoAddress, sqsAddress);
	}

	/** Here and now, and in the applications that set up their logs themselves. */
	private static void hush(String name) {
		((Logger) LoggerFactory.getLogger(name)).setLevel(Level.WARN);
		System.setProperty("logging.level." + name, "warn");
	}

	private static URI startDynamo() {
		try {
			int port = freePort();
			DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(
					new String[] { "-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port) });
			server.start();
			return URI.create("http://127.0.0.1:" + port);
		}
		catch (Exception ex) {
			throw new IllegalStateException("DynamoDB Local did not start", ex);
		}
	}

	private static URI startSqs() {
		int port = SQSRestServerBuilder.withDynamicPort()
			.withInterface("127.0.0.1")
			.withAWSRegion("us-east-1")
			.withAWSAccountId("000000000000")
			.start()
			.waitUntilStarted()
			.localAddress()
			.getPort();
		return URI.create("http://127.0.0.1:" + port);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/** Starts when it is first asked for, not for engines elsewhere. */
	private static final class InProcess {

		static final LocalEngines INSTANCE = inProcess();

	}

}
