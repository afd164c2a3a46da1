package io.mokuroku.local.schedules;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.Tag;
import software.amazon.awssdk.services.scheduler.model.ValidationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the scheduler refuses, as the service does or because it would not do it.
 */
class RefusedSchedulesTests {

	@TempDir
	Path folder;

	private TestSchedules schedules;

	private SchedulerClient client;

	@BeforeEach
	void open() throws IOException {
		this.schedules = new TestSchedules(this.folder);
		this.client = this.schedules.client();
	}

	@AfterEach
	void close() throws IOException {
		this.schedules.close();
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
		refuses("Target.Arn",
				(create) -> create.target((target) -> target.arn("arn:aws:lambda:us-east-1:000000000000:function:f")
					.roleArn(TestSchedules.QUEUE.roleArn())));
		refuses("Target.Arn", (create) -> create.target(
				(target) -> target.arn(TestSchedules.QUEUE.arn() + ".fifo").roleArn(TestSchedules.QUEUE.roleArn())));
		refuses("Target.RoleArn", (create) -> create
			.target((target) -> target.arn(TestSchedules.QUEUE.arn()).roleArn("arn:aws:iam::1:user/x")));
		refuses("Target.KinesisParameters", (create) -> create
			.target(TestSchedules.QUEUE.toBuilder().kinesisParameters((kinesis) -> kinesis.partitionKey("k")).build()));
		refuses("Target.RetryPolicy.MaximumRetryAttempts", (create) -> create
			.target(TestSchedules.QUEUE.toBuilder().retryPolicy((retry) -> retry.maximumRetryAttempts(186)).build()));
		refuses("Target.RetryPolicy.MaximumEventAgeInSeconds", (create) -> create.target(
				TestSchedules.QUEUE.toBuilder().retryPolicy((retry) -> retry.maximumEventAgeInSeconds(59)).build()));
		refuses("Target.DeadLetterConfig.Arn", (create) -> create
			.target(TestSchedules.QUEUE.toBuilder().deadLetterConfig((letters) -> letters.arn("queue")).build()));
		assertThat(this.schedules.all()).isEmpty();
	}

	@Test
	void refusesGroupsThatClash() {
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.client.createScheduleGroup((create) -> create.name("default")));
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> this.client.deleteScheduleGroup((delete) -> delete.name("default")));
		assertThatExceptionOfType(ResourceNotFoundException.class)
			.isThrownBy(() -> this.client.deleteScheduleGroup((delete) -> delete.name("missing")));
		assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> this.client
			.createSchedule(TestSchedules.aSchedule("lost", "rate(1 day)").groupName("missing").build()));
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> this.client
				.createScheduleGroup((create) -> create.name("tagged").tags(Tag.builder().key("a").value("b").build())))
			.withMessageContaining("Tags");
	}

	private void refuses(String field, Consumer<CreateScheduleRequest.Builder> change) {
		CreateScheduleRequest.Builder request = TestSchedules.aSchedule("refused", "rate(1 day)");
		change.accept(request);
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> this.client.createSchedule(request.build()))
			.satisfies((refusal) -> assertThat(refusal.awsErrorDetails().errorMessage()).contains(field));
	}

}
