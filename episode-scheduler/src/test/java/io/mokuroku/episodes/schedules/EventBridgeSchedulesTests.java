package io.mokuroku.episodes.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.episodes.plan.KnownSchedule;
import io.mokuroku.episodes.plan.PlannedEpisode;
import io.mokuroku.message.EpisodeAired;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.ScheduleRequested;
import io.mokuroku.message.WireFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EventBridgeSchedulesTests {

	private static final Instant AIR_AT = Instant.parse("2026-11-22T14:16:00Z");

	private static final AnimeId ANIME = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#1"));

	private final SchedulerFake fake = SchedulerFake.start();

	private final SchedulerClient scheduler = SchedulerClient.builder()
		.region(Region.US_EAST_1)
		.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
		.endpointOverride(this.fake.address())
		.overrideConfiguration((calls) -> calls.retryStrategy((retry) -> retry.maxAttempts(1)))
		.build();

	private final ScheduleGroup group = new ScheduleGroup(this.scheduler, "mokuroku-episodes");

	private final QueueTargets targets = new QueueTargets((queue) -> "arn:aws:sqs:us-east-1:000000000000:" + queue,
			"arn:aws:iam::000000000000:role/mokuroku-scheduler");

	private final EventBridgeSchedules schedules = new EventBridgeSchedules(this.scheduler, this.group, this.targets);

	private final DailyPlanSchedule daily = new DailyPlanSchedule(this.scheduler, this.group, this.targets,
			"cron(5 0 * * ? *)");

	@AfterEach
	void stop() {
		this.scheduler.close();
		this.fake.close();
	}

	@Test
	void describesAnEpisodeAsAOneTimeSchedule() {
		PlannedEpisode episode = episode(8, 34);
		this.schedules.put(episode);
		ObjectNode sent = sent(episode.scheduleName());
		assertThat(sent.path("GroupName").asString()).isEqualTo("mokuroku-episodes");
		assertThat(sent.path("ScheduleExpression").asString()).isEqualTo("at(2026-11-22T14:50:00)");
		assertThat(sent.path("ScheduleExpressionTimezone").asString()).isEqualTo("UTC");
		assertThat(sent.path("ActionAfterCompletion").asString()).isEqualTo("DELETE");
		assertThat(sent.path("FlexibleTimeWindow").path("Mode").asString()).isEqualTo("OFF");
		assertThat(sent.path("Target").path("Arn").asString())
			.isEqualTo("arn:aws:sqs:us-east-1:000000000000:episode-updates");
		assertThat(sent.path("Target").path("DeadLetterConfig").path("Arn").asString())
			.isEqualTo("arn:aws:sqs:us-east-1:000000000000:episode-updates-dlq");
		assertThat(sent.path("Target").path("RetryPolicy").path("MaximumRetryAttempts").asInt()).isEqualTo(10);
		assertThat(WireFormat.read(sent.path("Target").path("Input").asString(), EpisodeAired.class).airedAt())
			.isEqualTo(AIR_AT);
	}

	@Test
	void movesAScheduleThatExists() {
		this.schedules.put(episode(8, 34));
		this.schedules.put(episode(8, 64));
		assertThat(sent(episode(8, 34).scheduleName()).path("ScheduleExpression").asString())
			.isEqualTo("at(2026-11-22T15:20:00)");
		assertThat(this.schedules.all())
			.containsExactly(new KnownSchedule(episode(8, 64).scheduleName(), episode(8, 64).fireAt()));
	}

	@Test
	void readsAllPagesAndEachScheduleOnce() {
		for (int number = 1; number <= 5; number++) {
			this.schedules.put(episode(number, 34));
		}
		assertThat(this.schedules.all()).hasSize(5);
		this.fake.forgetRequests();
		assertThat(this.schedules.all()).hasSize(5);
		assertThat(this.fake.requests()).containsOnly("GET /schedules");
	}

	@Test
	void takesAVanishedScheduleAsRemoved() {
		this.schedules.put(episode(8, 34));
		this.schedules.remove(episode(8, 34).scheduleName());
		this.schedules.remove(episode(8, 34).scheduleName());
		assertThat(this.schedules.all()).isEmpty();
	}

	@Test
	void registersTheDailyPlanAsOftenAsItLikes() {
		this.daily.register();
		this.daily.register();
		ObjectNode sent = sent("plan-day");
		assertThat(sent.path("ScheduleExpression").asString()).isEqualTo("cron(5 0 * * ? *)");
		assertThat(sent.path("Target").path("Arn").asString())
			.isEqualTo("arn:aws:sqs:us-east-1:000000000000:schedule-requests");
		assertThat(this.schedules.all()).isEmpty();
	}

	@Test
	void asksTheDailyPlanForItsOwnDay() {
		this.daily.register();
		String input = sent("plan-day").path("Target")
			.path("Input")
			.asString()
			.replace("<aws.scheduler.scheduled-time>", "2026-11-23T00:05:00Z");
		assertThat(WireFormat.read(input, ScheduleRequested.class).date()).isEqualTo(LocalDate.of(2026, 11, 23));
	}

	@Test
	void tellsARefusalFromAFault() {
		this.fake.failWith(503);
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(this.schedules::all);
		this.fake.failWith(400);
		assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> this.schedules.put(episode(8, 34)));
		this.fake.close();
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(this.schedules::all);
	}

	private ObjectNode sent(String name) {
		return Objects.requireNonNull(this.fake.schedules().get(name), name);
	}

	private static PlannedEpisode episode(int number, int minutes) {
		return new PlannedEpisode(ANIME, number, AIR_AT, AIR_AT.plus(Duration.ofMinutes(minutes)), 0.85);
	}

}
