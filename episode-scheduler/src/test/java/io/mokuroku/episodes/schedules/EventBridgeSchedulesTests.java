package io.mokuroku.episodes.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.episodes.plan.Appointment;
import io.mokuroku.episodes.plan.PlannedEpisode;
import io.mokuroku.message.EpisodeAired;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.ScheduleRequested;
import io.mokuroku.message.WireFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
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
		.overrideConfiguration((calls) -> calls.retryStrategy(AwsRetryStrategy.doNotRetry()))
		.build();

	private final ScheduleGroup group = new ScheduleGroup(this.scheduler, "mokuroku-episodes");

	private final QueueTargets targets = new QueueTargets((queue) -> "arn:aws:sqs:us-east-1:000000000000:" + queue,
			"arn:aws:iam::000000000000:role/mokuroku-scheduler");

	private final SchedulerCalls calls = new SchedulerCalls(new CallRate(1_000, System::nanoTime, (_) -> {
	}), new Random(1), 3);

	private final EventBridgeSchedules schedules = schedules(InstantSource.system());

	private final DailyPlanSchedule daily = new DailyPlanSchedule(this.scheduler, this.group, this.targets, this.calls,
			"cron(5 0 * * ? *)");

	@AfterEach
	void stop() {
		this.scheduler.close();
		this.fake.close();
	}

	@Test
	void describesAnEpisodeAsAOneTimeSchedule() {
		put(episode(8, 34));
		ObjectNode sent = sent(episode(8, 34).name());
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
		put(episode(8, 34));
		put(episode(8, 64));
		assertThat(sent(episode(8, 34).name()).path("ScheduleExpression").asString())
			.isEqualTo("at(2026-11-22T15:20:00)");
		assertThat(this.schedules.all()).containsExactly(episode(8, 64));
	}

	@Test
	void carriesAllEpisodesOfAMinuteInOneSchedule() {
		EpisodeAired other = new EpisodeAired(AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#2")),
				EpisodeNumber.regular(1), AIR_AT);
		Appointment shared = new Appointment("ep-at-20261122T1450-1", AIR_AT.plusSeconds(2040),
				List.of(episode(8, 34).episodes().getFirst(), other));
		put(shared);
		assertThat(schedules(InstantSource.system()).all()).containsExactly(shared);
	}

	@Test
	void readsAllPagesAndWhatSomebodyElseWroteOnce() {
		for (int number = 1; number <= 5; number++) {
			put(episode(number, 34));
		}
		this.fake.forgetRequests();
		assertThat(this.schedules.all()).hasSize(5);
		assertThat(this.fake.requests()).containsOnly("GET /schedules");
		EventBridgeSchedules other = schedules(InstantSource.system());
		assertThat(other.all()).hasSize(5);
		this.fake.forgetRequests();
		assertThat(other.all()).hasSize(5);
		assertThat(this.fake.requests()).containsOnly("GET /schedules");
		other.put(List.of(episode(3, 64)));
		this.fake.touch(episode(3, 64).name());
		this.fake.forgetRequests();
		assertThat(this.schedules.all()).contains(episode(3, 64)).hasSize(5);
		assertThat(this.fake.requests()).contains("GET /schedules/" + episode(3, 64).name());
	}

	@Test
	void takesAScheduleNobodyUnderstandsAsSuperfluous() {
		put(episode(8, 34));
		sent(episode(8, 34).name()).put("ScheduleExpression", "rate(1 day)");
		assertThat(schedules(InstantSource.system()).all())
			.containsExactly(new Appointment(episode(8, 34).name(), Instant.EPOCH, List.of()));
	}

	@Test
	void takesAScheduleThatSendsNothingAsSuperfluous() {
		put(episode(8, 34));
		((ObjectNode) sent(episode(8, 34).name()).path("Target")).remove("Input");
		assertThat(schedules(InstantSource.system()).all())
			.containsExactly(new Appointment(episode(8, 34).name(), Instant.EPOCH, List.of()));
	}

	@Test
	void takesAVanishedScheduleAsRemoved() {
		put(episode(8, 34));
		assertThat(this.schedules.remove(List.of(episode(8, 34).name()))).isEmpty();
		assertThat(this.schedules.remove(List.of(episode(8, 34).name()))).isEmpty();
		assertThat(this.schedules.all()).isEmpty();
	}

	@Test
	void triesAgainWhatIsThrottled() {
		this.fake.failNext(2, 429);
		put(episode(8, 34));
		assertThat(this.schedules.all()).containsExactly(episode(8, 34));
	}

	@Test
	void reportsWhatFailsAndGoesOn() {
		assertThat(this.schedules.all()).isEmpty();
		this.fake.refuse(episode(2, 34).name(), 400);
		this.fake.refuse(episode(4, 34).name(), 503);
		Map<String, String> failures = this.schedules
			.put(List.of(episode(1, 34), episode(2, 34), episode(3, 34), episode(4, 34)));
		assertThat(failures).containsOnlyKeys(episode(2, 34).name(), episode(4, 34).name());
		assertThat(failures.get(episode(4, 34).name())).isEqualTo("The scheduler is overloaded");
		assertThat(this.fake.schedules()).containsOnlyKeys(episode(1, 34).name(), episode(3, 34).name());
		assertThat(this.fake.requests()).filteredOn((request) -> request.endsWith(episode(4, 34).name())).hasSize(3);
		assertThat(this.fake.requests()).filteredOn((request) -> request.endsWith(episode(2, 34).name())).hasSize(1);
	}

	@Test
	void doesNotInsistWhenTheServiceIsAway() {
		this.fake.failWith(503);
		List<Appointment> many = new ArrayList<>();
		for (int number = 1; number <= 200; number++) {
			many.add(episode(number, 34));
		}
		assertThat(this.schedules.put(many)).hasSize(200);
		assertThat(this.fake.requests()).hasSizeLessThan(100);
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
	void failsForNowIfTheSchedulesCannotBeRead() {
		this.fake.failWith(503);
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(this.schedules::all);
		this.fake.close();
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(this.schedules::all);
	}

	private EventBridgeSchedules schedules(InstantSource clock) {
		return new EventBridgeSchedules(new ScheduleItems(this.scheduler, this.group, this.targets, this.calls),
				new Workers(4), clock);
	}

	private void put(Appointment appointment) {
		assertThat(this.schedules.put(List.of(appointment))).isEmpty();
	}

	private ObjectNode sent(String name) {
		return Objects.requireNonNull(this.fake.schedules().get(name), name);
	}

	private static Appointment episode(int number, int minutes) {
		PlannedEpisode episode = new PlannedEpisode(ANIME, number, AIR_AT, AIR_AT.plus(Duration.ofMinutes(minutes)),
				0.85);
		return new Appointment(episode.name(), episode.fireAt(), List.of(episode.aired()));
	}

}
