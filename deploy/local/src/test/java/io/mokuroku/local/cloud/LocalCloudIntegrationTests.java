package io.mokuroku.local.cloud;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.mokuroku.local.FreePorts;
import io.mokuroku.local.Ports;
import io.mokuroku.topology.Topology;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The local cloud as a process of its own, seen through the clients the services use.
 */
class LocalCloudIntegrationTests {

	@TempDir
	static Path state;

	private static final Ports ports = FreePorts.find();

	private static final String AUTHORIZE = ports.issuer()
			+ "/authorize?response_type=code&client_id=mokuroku-portal&scope=openid&state=s&redirect_uri="
			+ Ports.url(ports.review()) + "/back";

	private static DynamoDbLocal dynamoDb;

	private static Process cloud;

	private static SqsClient sqs;

	private static S3Client s3;

	@BeforeAll
	static void start() throws IOException {
		dynamoDb = DynamoDbLocal.open(state.resolve("dynamodb"), ports.dynamoDb());
		cloud = launch();
		sqs = LocalClients.sqs(ports);
		s3 = S3Client.builder()
			.endpointOverride(URI.create(Ports.url(ports.s3())))
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local-only")))
			.httpClientBuilder(ApacheHttpClient.builder())
			.build();
		awaitHealth();
	}

	@AfterAll
	static void stop() throws Exception {
		sqs.close();
		s3.close();
		cloud.destroy();
		assertThat(cloud.waitFor(20, TimeUnit.SECONDS)).isTrue();
		dynamoDb.close();
	}

	@Test
	void createsEveryQueueTableAndBucket() {
		Topology topology = Topology.load();
		List<String> queues = new ArrayList<>();
		topology.queues().forEach((queue) -> Collections.addAll(queues, queue.name(), queue.deadLetterName()));

		assertThat(sqs.listQueues().queueUrls())
			.containsExactlyInAnyOrderElementsOf(queues.stream().map(LocalCloudIntegrationTests::url).toList());
		assertThat(s3.listBuckets().buckets()).extracting(Bucket::name)
			.containsExactlyInAnyOrderElementsOf(topology.buckets());
		try (DynamoDbClient dynamo = LocalClients.dynamoDb(ports)) {
			assertThat(dynamo.listTables().tableNames())
				.containsExactlyInAnyOrderElementsOf(topology.tables().stream().map(Topology.Table::name).toList());
		}
	}

	@Test
	void movesAMessageNobodyCanHandleToTheDeadLetterQueue() {
		String queue = url("review-requests");
		sqs.sendMessage((send) -> send.queueUrl(queue).messageBody("poison"));
		for (int i = 0; i < 8; i++) {
			assertThat(receive(queue, 0)).hasSize(1);
		}

		assertThat(receive(queue, 0)).isEmpty();
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(receive(url("review-requests-dlq"), 0)).singleElement()
				.extracting(Message::body)
				.isEqualTo("poison"));
	}

	@Test
	void losesNothingWhenItIsKilled() throws Exception {
		String queue = url("image-requests");
		sqs.sendMessage((send) -> send.queueUrl(queue)
			.messageBody("first 目録")
			.messageAttributes(Map.of("traceparent",
					MessageAttributeValue.builder().dataType("String").stringValue("00-abc-def-01").build())));
		Message inFlight = receive(queue, 600).getFirst();
		sqs.sendMessage((send) -> send.queueUrl(queue).messageBody("second"));
		sqs.sendMessage((send) -> send.queueUrl(queue).messageBody("done"));
		deleteOne(queue, "done");
		s3.putObject((put) -> put.bucket("mokuroku-releases").key("2026/release.json"), RequestBody.fromString("{}"));

		cloud.destroyForcibly().waitFor();
		cloud = launch();
		awaitHealth();

		assertThat(receive(queue, 600)).as("what is in flight stays hidden")
			.singleElement()
			.extracting(Message::body)
			.isEqualTo("second");
		sqs.changeMessageVisibility(
				(change) -> change.queueUrl(queue).receiptHandle(inFlight.receiptHandle()).visibilityTimeout(0));
		Message again = receive(queue, 600).getFirst();
		assertThat(again.body()).isEqualTo("first 目録");
		assertThat(again.messageAttributes()).extractingByKey("traceparent")
			.extracting(MessageAttributeValue::stringValue)
			.isEqualTo("00-abc-def-01");
		assertThat(again.attributes()).containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
		assertThat(
				s3.getObjectAsBytes((get) -> get.bucket("mokuroku-releases").key("2026/release.json")).asUtf8String())
			.isEqualTo("{}");
	}

	@Test
	void putsTheRequestedScopesIntoTheToken() throws Exception {
		JsonNode claims = claims(post(ports.issuer() + "/token", "grant_type=client_credentials&client_id=someone"
				+ "&client_secret=any&scope=catalogue.read+catalogue.sync"));

		assertThat(claims.get("iss").asString()).isEqualTo(ports.issuer());
		assertThat(claims.get("aud").asString()).isEqualTo("mokuroku-api");
		assertThat(claims.get("scope").asString()).isEqualTo("catalogue.read catalogue.sync");
		assertThat(claims.get("sub").asString()).isEqualTo("someone");
	}

	@Test
	void letsAPersonLogInOnThePage() throws Exception {
		assertThat(send(HttpRequest.newBuilder(URI.create(AUTHORIZE))).body()).contains("Local login",
				"Review entries");

		HttpResponse<String> redirect = post(AUTHORIZE,
				"username=hana&claims=%7B%22scope%22%3A%22reviews.read+reviews.decide%22%7D");
		String code = redirect.headers().firstValue("Location").orElseThrow().replaceAll(".*[?&]code=([^&]+).*", "$1");
		JsonNode claims = claims(
				post(ports.issuer() + "/token", "grant_type=authorization_code&client_id=mokuroku-portal"
						+ "&client_secret=any&code=" + code + "&redirect_uri=" + Ports.url(ports.review()) + "/back"));

		assertThat(claims.get("sub").asString()).isEqualTo("hana");
		assertThat(claims.get("scope").asString()).isEqualTo("reviews.read reviews.decide");
		assertThat(claims.get("aud").asString()).isEqualTo("mokuroku-api");
	}

	@Test
	void doesNotLetSomebodyInWhoWasRemovedFromTheReviewers() throws Exception {
		try (DynamoDbClient dynamo = LocalClients.dynamoDb(ports)) {
			dynamo.putItem((put) -> put.tableName("reviewers")
				.item(Map.of("name", AttributeValue.fromS("eve"), "role", AttributeValue.fromS("REVIEWER"), "active",
						AttributeValue.fromBool(false))));
		}
		HttpResponse<String> answer = post(AUTHORIZE, "username=eve");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.headers().firstValue("Location")).isEmpty();
	}

	@Test
	void refusesAnOperationItDoesNotKnow() throws Exception {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(Ports.url(ports.aws())))
			.header("X-Amz-Target", "Unheard.Of")
			.POST(HttpRequest.BodyPublishers.ofString("{}")));

		assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_BAD_REQUEST);
		assertThat(answer.body()).contains("\"__type\":\"UnknownOperationException\"", "Unheard.Of");
	}

	@Test
	void answersStepFunctionsAtTheSharedAddress() {
		try (SfnClient states = SfnClient.builder()
			.endpointOverride(URI.create(Ports.url(ports.aws())))
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local-only")))
			.httpClientBuilder(ApacheHttpClient.builder())
			.build()) {
			assertThat(states.listStateMachines().stateMachines()).isEmpty();
		}
	}

	@Test
	void listensOnTheLoopbackAddressOnly() throws IOException {
		List<InetAddress> others = NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.filter((address) -> address instanceof Inet4Address && !address.isLoopbackAddress())
			.toList();
		for (int port : List.of(ports.aws(), ports.sqs(), ports.s3(), ports.dynamoDb(), ports.redis(), ports.oidc())) {
			assertThat(answers(InetAddress.getLoopbackAddress(), port)).as("port %d", port).isTrue();
			for (InetAddress other : others) {
				assertThat(answers(other, port)).as("port %d at %s", port, other).isFalse();
			}
		}
	}

	private static boolean answers(InetAddress address, int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(address, port), 500);
			return true;
		}
		catch (IOException _) {
			return false;
		}
	}

	private static void deleteOne(String queue, String body) {
		List<Message> held = new ArrayList<>();
		await().atMost(Duration.ofSeconds(10)).until(() -> {
			held.addAll(receive(queue, 600));
			return held.stream().anyMatch((message) -> message.body().equals(body));
		});
		for (Message message : held) {
			if (message.body().equals(body)) {
				sqs.deleteMessage((delete) -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
			}
			else {
				sqs.changeMessageVisibility(
						(change) -> change.queueUrl(queue).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
			}
		}
	}

	private static List<Message> receive(String queue, int hiddenSeconds) {
		return sqs
			.receiveMessage((ask) -> ask.queueUrl(queue)
				.maxNumberOfMessages(1)
				.visibilityTimeout(hiddenSeconds)
				.messageAttributeNames("All")
				.messageSystemAttributeNames(MessageSystemAttributeName.ALL))
			.messages();
	}

	private static String url(String queue) {
		return Ports.url(ports.sqs()) + "/000000000000/" + queue;
	}

	private static Process launch() throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				"io.mokuroku.local.Main", "cloud", "--state", state.toString(), "--port-base",
				String.valueOf(ports.base()))
			.inheritIO()
			.start();
	}

	private static void awaitHealth() {
		await().atMost(Duration.ofSeconds(90))
			.pollInterval(Duration.ofMillis(200))
			.ignoreExceptions()
			.until(() -> send(HttpRequest.newBuilder(URI.create(Ports.url(ports.aws()) + "/health")))
				.statusCode() == HttpURLConnection.HTTP_OK);
	}

	private static JsonNode claims(HttpResponse<String> answer) {
		String token = JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
		return JsonMapper.shared()
			.readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
	}

	private static HttpResponse<String> post(String address, String form) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(address))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

}
