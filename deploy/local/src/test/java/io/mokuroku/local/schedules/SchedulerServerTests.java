package io.mokuroku.local.schedules;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import software.amazon.awssdk.services.scheduler.model.ValidationException;

import io.mokuroku.local.AwsService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * The API as the client of the SDK sees it, and what is delivered when it is time; what
 * it refuses has {@link RefusedSchedulesTests tests of its own}.
 */
class SchedulerServerTests {

	@TempDir
	Path folder;

	private TestSchedules schedules;

	private RecordedQueues queues;

	private SchedulerClient client;

	@BeforeEach
	void open() throws IOException {
		this.schedules = new TestSchedules(this.folder);
		this.queues = this.schedules.queues();
		this.client = this.schedules.client();
	}

	@AfterEach
	void close() throws IOException {
		this.schedules.close();
	}

	@Test
	void firesOneTimeScheduleAndDeletesIt() {
		Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
		String arn = this.client
			.createSchedule(TestSchedules.aSchedule("episode-1", at(due))
				.actionAfterCompletion(ActionAfterCompletion.DELETE)
				.build())
			.scheduleArn();
		assertThat(arn).isEqualTo("arn:aws:scheduler:us-east-1:000000000000:schedule/default/episode-1");
		Awaitility.await().until(() -> !this.queues.delivered().isEmpty());
		assertThat(Instant.now()).isAfterOrEqualTo(due);
		assertThat(this.queues.bodies()).containsExactly("{\"episode\":1}");
		Awaitility.await()
			.untilAsserted(() -> assertThatExceptionOfType(ResourceNotFoundException.class)
				.isThrownBy(() -> this.client.getSchedule((get) -> get.name("episode-1"))));
	}

	@Test
	void fillsInContextAttributes() {
		Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
		this.client.createSchedule(TestSchedules.aSchedule("context", at(due))
			.target((target) -> target.arn(TestSchedules.QUEUE.arn())
				.roleArn(TestSchedules.QUEUE.roleArn())
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
		this.client.createSchedule(TestSchedules.aSchedule("shown", "rate(5 minutes)")
			.description("words")
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
		this.client.createSchedule(TestSchedules.aSchedule("moved", "rate(1 day)")
			.startDate(Instant.now().plusSeconds(3600))
			.description("words")
			.build());
		this.client.updateSchedule((update) -> update.name("moved")
			.scheduleExpression("at(2100-01-01T00:00:00)")
			.scheduleExpressionTimezone("Asia/Tokyo")
			.state(ScheduleState.DISABLED)
			.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
			.target(TestSchedules.QUEUE));
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
		this.client.createSchedule(TestSchedules.aSchedule("asleep", at(due)).state(ScheduleState.DISABLED).build());
		this.client.createSchedule(TestSchedules.aSchedule("awake", at(due)).build());
		Awaitility.await().until(() -> !this.queues.delivered().isEmpty());
		this.client.updateSchedule((update) -> update.name("asleep")
			.scheduleExpression(at(due))
			.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
			.target(TestSchedules.QUEUE));
		this.client.createSchedule(TestSchedules.aSchedule("marker", at(Instant.now().minusSeconds(1))).build());
		Awaitility.await().until(() -> this.queues.delivered().size() >= 2);
		assertThat(this.queues.delivered()).hasSize(2);
	}

	@Test
	void sameClientTokenCreatesOnce() {
		CreateScheduleRequest request = TestSchedules.aSchedule("once", "rate(1 day)")
			.clientToken("token-1")
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
		this.client.createSchedule(TestSchedules.aSchedule("gone", "at(2100-01-01T00:00:00)").build());
		this.client.deleteSchedule((delete) -> delete.name("gone"));
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> this.client.getSchedule((get) -> get.name("gone")));
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> this.client.deleteSchedule((delete) -> delete.name("gone")));
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> this.client.updateSchedule((update) -> update.name("gone")
				.scheduleExpression("rate(1 day)")
				.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
				.target(TestSchedules.QUEUE)));
	}

	@Test
	void listsInPagesWithFilters() {
		this.client.createScheduleGroup((create) -> create.name("airing"));
		IntStream.range(0, 25)
			.forEach((number) -> this.client
				.createSchedule(TestSchedules.aSchedule("episode-" + number, "at(2100-01-01T00:00:00)")
					.groupName("airing")
					.state((number % 5 == 0) ? ScheduleState.DISABLED : ScheduleState.ENABLED)
					.build()));
		this.client.createSchedule(TestSchedules.aSchedule("other", "at(2100-01-01T00:00:00)").build());
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
		assertThat(page.schedules().getFirst().target().arn()).isEqualTo(TestSchedules.QUEUE.arn());
		assertThat(this.schedules.all()).hasSize(26);
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
		this.client
			.createSchedule(TestSchedules.aSchedule("inside", "at(2100-01-01T00:00:00)").groupName("airing").build());
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
		assertThat(this.schedules.all()).isEmpty();
	}

	@Test
	void answersOnlyItsOwnRequests() {
		assertThat(List.of("/schedules", "/schedules/a", "/schedule-groups", "/schedule-groups/a"))
			.allMatch((path) -> this.schedules.server().answers(request(path, null)));
		assertThat(this.schedules.server().answers(request("/human-loops", null))).isFalse();
		assertThat(this.schedules.server().answers(request("/schedulesque", null))).isFalse();
		assertThat(this.schedules.server().answers(request("/schedules", "AWSStepFunctions.ListExecutions"))).isFalse();
	}

	private static AwsService.Request request(String path, @Nullable String target) {
		return new AwsService.Request("GET", path, Map.of(), target, new byte[0]);
	}

	private static String at(Instant instant) {
		return "at(" + LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC)
			.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME) + ")";
	}

}
