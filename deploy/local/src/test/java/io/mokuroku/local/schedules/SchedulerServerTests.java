package io.mokuroku.local.schedules;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ListSchedulesResponse;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.Tag;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.scheduler.model.ValidationException;

import io.mokuroku.local.AwsService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class SchedulerServerTests {

	private static final Target QUEUE = Target.builder()
		.arn(RecordedQueues.arn("episode-updates"))
		.roleArn("arn:aws:iam::000000000000:role/scheduler")
		.input("{\"episode\":1}")
		.build();

	@TempDir
	Path folder;

	private final RecordedQueues queues = new RecordedQueues();

	private SchedulerServer server;

	private AwsEndpoint endpoint;

	private SchedulerClient client;

	@BeforeEach
	void open() throws IOException {
		this.server = SchedulerServer.open(this.folder, this.queues, InstantSource.system());
		this.endpoint = AwsEndpoint.of(this.server);
		this.client = this.endpoint.client();
	}

	@AfterEach
	void close() throws IOException {
		this.client.close();
		this.endpoint.close();
		this.server.close();
	}

	@Test
	void firesOneTimeScheduleAndDeletesIt() {
		Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
		String arn = this.client
			.createSchedule(aSchedule("episode-1", at(due)).actionAfterCompletion(ActionAfterCompletion.DELETE).build())
			.scheduleArn();
		assertThat(arn).isEqualTo("arn:aws:scheduler:us-east-1:000000000000:schedule/default/episode-1");
		Awaitility.await().until(() -> !this.queues.delivered().isEmpty());
		assertThat(Instant.now()).isBetween(due, due.plusSeconds(1));
		assertThat(this.queues.bodies()).containsExactly("{\"episode\":1}");
		Awaitility.await()
			.untilAsserted(() -> assertThatExceptionOfType(ResourceNotFoundException.class)
				.isThrownBy(() -> this.client.getSchedule((get) -> get.name("episode-1"))));
	}

	@Test
	void keepsCompletedOneTimeScheduleUnlessAskedToDeleteIt() {
		this.client.createSchedule(aSchedule("kept", at(Instant.now().minusSeconds(10))).build());
		Awaitility.await().until(() -> !this.queues.delivered().isEmpty());
		assertThat(this.client.getSchedule((get) -> get.name("kept")).state()).isEqualTo(ScheduleState.ENABLED);
	}

	@Test
	void fillsInContextAttributes() {
		Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
		this.client.createSchedule(aSchedule("context", at(due))
			.target((target) -> target.arn(QUEUE.arn())
				.roleArn(QUEUE.roleArn())
				.input("<aws.scheduler.schedule-arn> <aws.scheduler.scheduled-time> <aws.scheduler.attempt-number> "
						+ "<aws.scheduler.execution-id>"))
			.build());
		Awaitility.await().until(() -> !this.queues.delivered().isEmpty());
		assertThat(this.queues.bodies().getFirst())
			.startsWith("arn:aws:scheduler:us-east-1:000000000000:schedule/default/context " + due + " 1 ")
			.matches(".* [0-9a-f-]{36}");
	}

	@Test
	void showsScheduleAsItWasAskedForWithDefaults() {
		Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(3600);
		this.client.createSchedule(aSchedule("shown", "rate(5 minutes)").description("words")
			.startDate(start)
			.endDate(start.plusSeconds(60))
			.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.FLEXIBLE).maximumWindowInMinutes(15))
			.build());
		GetScheduleResponse shown = this.client.getSchedule((get) -> get.name("shown"));
		assertThat(shown.groupName()).isEqualTo("default");
		assertThat(shown.scheduleExpression()).isEqualTo("rate(5 minutes)");
		assertThat(shown.scheduleExpressionTimezone()).isEqualTo("UTC");
		assertThat(shown.startDate()).isEqualTo(start);
		assertThat(shown.endDate()).isEqualTo(start.plusSeconds(60));
		assertThat(shown.description()).isEqualTo("words");
		assertThat(shown.state()).isEqualTo(ScheduleState.ENABLED);
		assertThat(shown.actionAfterCompletion()).isEqualTo(ActionAfterCompletion.NONE);
		assertThat(shown.flexibleTimeWindow().maximumWindowInMinutes()).isEqualTo(15);
		assertThat(shown.target().retryPolicy().maximumRetryAttempts()).isEqualTo(185);
		assertThat(shown.target().retryPolicy().maximumEventAgeInSeconds()).isEqualTo(86_400);
		assertThat(shown.target().input()).isEqualTo("{\"episode\":1}");
		assertThat(shown.creationDate()).isCloseTo(Instant.now(), within(Duration.ofMinutes(1)));
	}

	@Test
	void updateReplacesEverything() {
		this.client.createSchedule(aSchedule("moved", "rate(1 day)").startDate(Instant.now().plusSeconds(3600))
			.description("words")
			.build());
		this.client.updateSchedule((update) -> update.name("moved")
			.scheduleExpression("at(2100-01-01T00:00:00)")
			.scheduleExpressionTimezone("Asia/Tokyo")
			.state(ScheduleState.DISABLED)
			.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
			.target(QUEUE));
		GetScheduleResponse shown = this.client.getSchedule((get) -> get.name("moved"));
		assertThat(shown.scheduleExpression()).isEqualTo("at(2100-01-01T00:00:00)");
		assertThat(shown.scheduleExpressionTimezone()).isEqualTo("Asia/Tokyo");
		assertThat(shown.state()).isEqualTo(ScheduleState.DISABLED);
		assertThat(shown.description()).isNull();
		assertThat(shown.startDate()).isNull();
		assertThat(shown.lastModificationDate()).isAfterOrEqualTo(shown.creationDate());
	}

	@Test
	void disabledScheduleDoesNotFireEvenWhenEnabledLater() {
		Instant due = Instant.now().plusSeconds(1);
		this.client.createSchedule(aSchedule("asleep", at(due)).state(ScheduleState.DISABLED).build());
		this.client.createSchedule(aSchedule("awake", at(due)).build());
		Awaitility.await().until(() -> !this.queues.delivered().isEmpty());
		this.client.updateSchedule((update) -> update.name("asleep")
			.scheduleExpression(at(due))
			.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
			.target(QUEUE));
		this.client.createSchedule(aSchedule("marker", at(Instant.now().minusSeconds(1))).build());
		Awaitility.await().until(() -> this.queues.delivered().size() >= 2);
		assertThat(this.queues.delivered()).hasSize(2);
	}

	@Test
	void sameClientTokenCreatesOnce() {
		CreateScheduleRequest request = aSchedule("once", "rate(1 day)").clientToken("token-1")
			.startDate(Instant.now().plusSeconds(3600))
			.build();
		String arn = this.client.createSchedule(request).scheduleArn();
		assertThat(this.client.createSchedule(request).scheduleArn()).isEqualTo(arn);
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.client.createSchedule(request.toBuilder().clientToken("token-2").build()))
			.withMessageContaining("once already exists");
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.client.createSchedule(request.toBuilder().description("other").build()));
	}

	@Test
	void deletesScheduleAndSaysWhenThereIsNone() {
		this.client.createSchedule(aSchedule("gone", "at(2100-01-01T00:00:00)").build());
		this.client.deleteSchedule((delete) -> delete.name("gone"));
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> this.client.getSchedule((get) -> get.name("gone")));
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> this.client.deleteSchedule((delete) -> delete.name("gone")));
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> this.client.updateSchedule((update) -> update.name("gone")
				.scheduleExpression("rate(1 day)")
				.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
				.target(QUEUE)));
	}

	@Test
	void listsInPagesWithFilters() {
		this.client.createScheduleGroup((create) -> create.name("airing"));
		IntStream.range(0, 25)
			.forEach((number) -> this.client
				.createSchedule(aSchedule("episode-" + number, "at(2100-01-01T00:00:00)").groupName("airing")
					.state((number % 5 == 0) ? ScheduleState.DISABLED : ScheduleState.ENABLED)
					.build()));
		this.client.createSchedule(aSchedule("other", "at(2100-01-01T00:00:00)").build());
		Set<String> names = new TreeSet<>();
		this.client.listSchedulesPaginator((list) -> list.maxResults(10).groupName("airing"))
			.schedules()
			.forEach((schedule) -> names.add(schedule.name()));
		assertThat(names).hasSize(25);
		ListSchedulesResponse page = this.client
			.listSchedules((list) -> list.maxResults(4).namePrefix("episode-").state(ScheduleState.DISABLED));
		assertThat(page.schedules()).extracting(ScheduleSummary::name)
			.containsExactly("episode-0", "episode-10", "episode-15", "episode-20");
		assertThat(page.nextToken()).isNotNull();
		assertThat(page.schedules().getFirst().target().arn()).isEqualTo(QUEUE.arn());
		assertThat(allSchedules()).hasSize(26);
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> this.client.listSchedules((list) -> list.groupName("missing")));
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> this.client.listSchedules((list) -> list.nextToken("%%%")))
			.withMessageContaining("NextToken");
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> this.client.listSchedules((list) -> list.maxResults(101)))
			.withMessageContaining("MaxResults");
	}

	@Test
	void groupHoldsSchedulesAndTakesThemAlong() {
		String arn = this.client.createScheduleGroup((create) -> create.name("airing")).scheduleGroupArn();
		assertThat(arn).isEqualTo("arn:aws:scheduler:us-east-1:000000000000:schedule-group/airing");
		this.client.createSchedule(aSchedule("inside", "at(2100-01-01T00:00:00)").groupName("airing").build());
		assertThat(this.client.getScheduleGroup((get) -> get.name("airing")).stateAsString()).isEqualTo("ACTIVE");
		assertThat(this.client.listScheduleGroups((list) -> list.maxResults(100)).scheduleGroups())
			.extracting((group) -> group.name())
			.containsExactly("airing", "default");
		assertThat(this.client.listScheduleGroups((list) -> list.namePrefix("air").maxResults(1)).scheduleGroups())
			.hasSize(1);
		this.client.deleteScheduleGroup((delete) -> delete.name("airing"));
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> this.client.getSchedule((get) -> get.name("inside").groupName("airing")))
			.withMessageContaining("group airing");
		assertThat(allSchedules()).isEmpty();
	}

	@Test
	void refusesGroupsThatClash() {
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.client.createScheduleGroup((create) -> create.name("default")));
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> this.client.deleteScheduleGroup((delete) -> delete.name("default")));
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> this.client.deleteScheduleGroup((delete) -> delete.name("missing")));
		assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(
				() -> this.client.createSchedule(aSchedule("lost", "rate(1 day)").groupName("missing").build()));
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> this.client
				.createScheduleGroup((create) -> create.name("tagged").tags(Tag.builder().key("a").value("b").build())))
			.withMessageContaining("Tags");
	}

	@ParameterizedTest
	@ValueSource(strings = { "at(2026-02-30T00:00:00)", "at(2026-11-22)", "rate(0 minutes)", "rate(5 seconds)",
			"cron(0 12 * * * *)", "cron(0 12 ? * ? *)", "cron(60 12 * * ? *)", "every(1 day)", "cron(0 12 * * ?)" })
	void refusesExpression(String expression) {
		refuses("ScheduleExpression", (create) -> create.scheduleExpression(expression));
	}

	@Test
	void refusesWhatItDoesNotKnowOrAllow() {
		refuses("Name", (create) -> create.name("with space"));
		refuses("Name", (create) -> create.name("x".repeat(65)));
		refuses("ScheduleExpressionTimezone", (create) -> create.scheduleExpressionTimezone("Mars/Olympus"));
		refuses("State", (create) -> create.state("PAUSED"));
		refuses("Description", (create) -> create.description("x".repeat(513)));
		refuses("KmsKeyArn", (create) -> create.kmsKeyArn("arn:aws:kms:us-east-1:000000000000:key/a"));
		refuses("ClientToken", (create) -> create.clientToken("not a token"));
		refuses("StartDate", (create) -> create.startDate(Instant.now().minusSeconds(600)));
		refuses("EndDate", (create) -> create.endDate(Instant.now().minusSeconds(600)));
		refuses("FlexibleTimeWindow.MaximumWindowInMinutes",
				(create) -> create.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.FLEXIBLE)));
		refuses("FlexibleTimeWindow.Mode", (create) -> create.flexibleTimeWindow((window) -> window.mode("SOMETIMES")));
		refuses("Target.Arn", (create) -> create.target(
				(target) -> target.arn("arn:aws:lambda:us-east-1:000000000000:function:f").roleArn(QUEUE.roleArn())));
		refuses("Target.Arn",
				(create) -> create.target((target) -> target.arn(QUEUE.arn() + ".fifo").roleArn(QUEUE.roleArn())));
		refuses("Target.RoleArn",
				(create) -> create.target((target) -> target.arn(QUEUE.arn()).roleArn("arn:aws:iam::1:user/x")));
		refuses("Target.KinesisParameters", (create) -> create
			.target(QUEUE.toBuilder().kinesisParameters((kinesis) -> kinesis.partitionKey("k")).build()));
		refuses("Target.RetryPolicy.MaximumRetryAttempts", (create) -> create
			.target(QUEUE.toBuilder().retryPolicy((retry) -> retry.maximumRetryAttempts(186)).build()));
		refuses("Target.RetryPolicy.MaximumEventAgeInSeconds", (create) -> create
			.target(QUEUE.toBuilder().retryPolicy((retry) -> retry.maximumEventAgeInSeconds(59)).build()));
		refuses("Target.DeadLetterConfig.Arn", (create) -> create
			.target(QUEUE.toBuilder().deadLetterConfig((letters) -> letters.arn("queue")).build()));
		assertThat(allSchedules()).isEmpty();
	}

	private void refuses(String field, Consumer<CreateScheduleRequest.Builder> change) {
		CreateScheduleRequest.Builder request = aSchedule("refused", "rate(1 day)");
		change.accept(request);
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> this.client.createSchedule(request.build()))
			.satisfies((refusal) -> assertThat(refusal.awsErrorDetails().errorMessage()).contains(field));
	}

	@Test
	void answersOnlyItsOwnRequests() {
		assertThat(List.of("/schedules", "/schedules/a", "/schedule-groups", "/schedule-groups/a"))
			.allMatch((path) -> this.server.answers(request(path, null)));
		assertThat(this.server.answers(request("/human-loops", null))).isFalse();
		assertThat(this.server.answers(request("/schedulesque", null))).isFalse();
		assertThat(this.server.answers(request("/schedules", "AWSStepFunctions.ListExecutions"))).isFalse();
	}

	private static AwsService.Request request(String path, @Nullable String target) {
		return new AwsService.Request("GET", path, Map.of(), target, new byte[0]);
	}

	private List<ScheduleSummary> allSchedules() {
		return this.client.listSchedules((list) -> list.maxResults(100)).schedules();
	}

	private static CreateScheduleRequest.Builder aSchedule(String name, String expression) {
		return CreateScheduleRequest.builder()
			.name(name)
			.scheduleExpression(expression)
			.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
			.target(QUEUE);
	}

	private static String at(Instant instant) {
		return "at(" + LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC)
			.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME) + ")";
	}

}
