package io.mokuroku.search.agentic.choice;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import io.mokuroku.testing.LocalEngines;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

final class ModelLinesTests {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	private static final ModelLine CONFIGURED = line(true, "configured");

	private static final ModelLine OTHER = new ModelLine(false, List.of(model("other"), model("third")),
			new Canary(5, model("trial")));

	private final DynamoDbClient dynamo = LocalEngines.start().dynamo();

	private Instant now = Instant.parse("2026-11-27T12:00:00Z");

	private final InstantSource clock = () -> this.now;

	@BeforeEach
	@AfterEach
	void forget() {
		lines(this.dynamo).forget();
	}

	@Test
	void everyInstanceTakesWhatAnOperatorChoosesWithoutAStart() {
		ModelLines one = lines(this.dynamo);
		ModelLines other = lines(this.dynamo);
		assertThat(one.current()).isEqualTo(CONFIGURED);
		assertThat(other.current()).isEqualTo(CONFIGURED);
		one.choose(OTHER, "ops");
		assertThat(one.current()).isEqualTo(OTHER);
		assertThat(other.current()).as("not yet").isEqualTo(CONFIGURED);
		this.now = this.now.plusSeconds(10);
		other.current();
		assertThat(other.current()).isEqualTo(OTHER);
		assertThat(lines(this.dynamo).current()).as("a new instance begins with it").isEqualTo(OTHER);
		one.forget();
		this.now = this.now.plusSeconds(10);
		other.current();
		assertThat(other.current()).isEqualTo(CONFIGURED);
	}

	@Test
	void whatWasReadLastHoldsWhereItCannotBeRead() {
		ModelLines lines = lines(this.dynamo);
		lines.choose(OTHER, "ops");
		for (String broken : List.of("{\"enabled\":true,\"models\":[]}", "{", "{\"models\":null}")) {
			this.dynamo.putItem((put) -> put.tableName("search-settings")
				.item(Map.of("name", AttributeValue.fromS("agentic-models"), "value", AttributeValue.fromS(broken),
						"changed_at", AttributeValue.fromS(this.now.toString()), "changed_by",
						AttributeValue.fromS("somebody"))));
			this.now = this.now.plusSeconds(10);
			lines.current();
			assertThat(lines.current()).isEqualTo(OTHER);
			assertThat(lines(this.dynamo).current()).isEqualTo(CONFIGURED);
		}
	}

	@Test
	void whatIsChosenWhileAnOlderReadIsUnderWayHolds() {
		SlowReads database = new SlowReads();
		ModelLines lines = lines(database);
		assertThat(lines.current()).isEqualTo(CONFIGURED);
		database.meanwhile = () -> lines.choose(OTHER, "ops");
		this.now = this.now.plusSeconds(10);
		lines.current();
		assertThat(lines.current()).isEqualTo(OTHER);
		database.meanwhile = lines::forget;
		this.now = this.now.plusSeconds(10);
		lines.current();
		assertThat(lines.current()).isEqualTo(CONFIGURED);
	}

	@Test
	void theConfiguredLineHoldsWhereThereIsNoDatabase() {
		try (DynamoDbClient nowhere = DynamoDbClient.builder()
			.region(Region.US_EAST_1)
			.endpointOverride(URI.create("http://127.0.0.1:1"))
			.overrideConfiguration((calls) -> calls.retryStrategy(AwsRetryStrategy.doNotRetry()))
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
			.build()) {
			assertThat(lines(nowhere).current()).isEqualTo(CONFIGURED);
		}
	}

	@Test
	void thereIsAPromptForEveryVersionThatIsShipped() {
		Prompts prompts = new Prompts();
		assertThat(prompts.find("v1").orElseThrow()).contains("search_catalogue", "get_anime", "answer");
		assertThat(prompts.find("v2").orElseThrow()).isNotEqualTo(prompts.find("v1").orElseThrow());
		assertThat(prompts.find("v999")).isEmpty();
		assertThat(prompts.find("../v1")).isEmpty();
	}

	private ModelLines lines(DynamoDbClient database) {
		return new ModelLines(new StoredLine(database, new JsonMapper(), VALIDATOR), CONFIGURED, Duration.ofSeconds(10),
				Runnable::run, this.clock);
	}

	private static ModelLine line(boolean enabled, String id) {
		return new ModelLine(enabled, List.of(model(id)), null);
	}

	private static Model model(String id) {
		return new Model(id, "v1", new BigDecimal("0.15"), new BigDecimal("0.60"));
	}

	/** A database where something happens between a read and its answer, once. */
	private final class SlowReads implements DynamoDbClient {

		private @Nullable Runnable meanwhile;

		@Override
		public GetItemResponse getItem(GetItemRequest request) {
			GetItemResponse read = ModelLinesTests.this.dynamo.getItem(request);
			Runnable next = this.meanwhile;
			if (next != null) {
				this.meanwhile = null;
				next.run();
			}
			return read;
		}

		@Override
		public PutItemResponse putItem(PutItemRequest request) {
			return ModelLinesTests.this.dynamo.putItem(request);
		}

		@Override
		public DeleteItemResponse deleteItem(DeleteItemRequest request) {
			return ModelLinesTests.this.dynamo.deleteItem(request);
		}

		@Override
		public String serviceName() {
			return ModelLinesTests.this.dynamo.serviceName();
		}

		@Override
		public void close() {
			this.meanwhile = null;
		}

	}

}
