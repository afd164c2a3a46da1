package io.mokuroku.episodes.schedules;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.episodes.plan.Appointment;
import io.mokuroku.episodes.plan.HandledEpisodes;
import io.mokuroku.episodes.plan.Look;
import io.mokuroku.episodes.plan.Plan;
import io.mokuroku.episodes.plan.PlanAirings;
import io.mokuroku.episodes.plan.PlanDay;
import io.mokuroku.episodes.plan.PlanReport;
import io.mokuroku.episodes.plan.PlanRules;
import io.mokuroku.episodes.plan.PlannedEpisode;
import io.mokuroku.message.EpisodeAired;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

import static io.mokuroku.episodes.Airings.anAiringAnime;

/**
 * Plans many airings of one day and schedules them on a real scheduler, which fails three
 * times meanwhile, until a plan changes nothing. It takes the address of the scheduler,
 * how airings, and how many calls a second; its schedules lie in a group of their own,
 * which it deletes.
 */
final class SchedulingBenchmark {

	private static final String GROUP = "mokuroku-benchmark";

	private final UnreliableScheduler between;

	private final SchedulerClient scheduler;

	private final int callsPerSecond;

	private final List<AnimeEntry> entries;

	private SchedulingBenchmark(UnreliableScheduler between, int count, int callsPerSecond) {
		this.between = between;
		this.callsPerSecond = callsPerSecond;
		this.scheduler = SchedulerClient.builder()
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
			.endpointOverride(between.address())
			.overrideConfiguration((calls) -> calls.apiCallTimeout(Duration.ofSeconds(20))
				.retryStrategy(AwsRetryStrategy.doNotRetry()))
			.build();
		Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
		Random random = new Random(1);
		this.entries = new ArrayList<>();
		for (int i = 1; i <= count; i++) {
			this.entries.add(anAiringAnime("MYANIMELIST#" + i, 8, now.plusSeconds(3600 + 300L * random.nextInt(260))));
		}
	}

	public static void main(String[] args) {
		int count = Integer.parseInt(args[1]);
		try (UnreliableScheduler between = new UnreliableScheduler(URI.create(args[0]))) {
			SchedulingBenchmark benchmark = new SchedulingBenchmark(between, count, Integer.parseInt(args[2]));
			benchmark.planOnly();
			try {
				benchmark.converge(Integer.MAX_VALUE, "one schedule each");
				if (args.length > 3) {
					benchmark.converge(0, "one schedule a minute");
					benchmark.converge(Integer.MAX_VALUE, "one schedule each again");
				}
			}
			finally {
				benchmark.scheduler.deleteScheduleGroup((delete) -> delete.name(GROUP));
			}
		}
	}

	private void planOnly() {
		PlanAirings planner = new PlanAirings(rules(Integer.MAX_VALUE));
		for (int round = 1; round <= 3; round++) {
			long from = System.nanoTime();
			Instant now = Instant.now();
			List<PlannedEpisode> episodes = planner.episodes(now, this.entries);
			Plan first = planner.plan(now, episodes, List.of(), Map.of(), List.of());
			Plan second = planner.plan(now, episodes, List.of(), Map.of(), first.create());
			System.out.printf("planning alone: %d created, then %d kept, in %d ms, heap of %d MB%n",
					first.create().size(), second.keep().size(), millisSince(from),
					Runtime.getRuntime().maxMemory() >> 20);
		}
	}

	private void converge(int shareAbove, String what) {
		int callsBefore = this.between.calls();
		long from = System.nanoTime();
		int most = this.entries.size();
		System.out.println(what);
		for (int status : List.of(429, 503, 0)) {
			this.between.failAfter(most / 5, most / 10, status);
			attempt(shareAbove);
		}
		this.between.failAfter(Integer.MAX_VALUE, 0, 0);
		PlanReport report;
		do {
			report = run(shareAbove);
		}
		while (report.counts().kept() < report.counts().planned() || report.counts().removed() > 0);
		List<Appointment> there = schedules().all();
		Set<EpisodeAired> covered = new HashSet<>();
		there.forEach((appointment) -> covered.addAll(appointment.episodes()));
		long carried = there.stream().mapToLong((appointment) -> appointment.episodes().size()).sum();
		System.out.printf("  %d schedules carry %d episodes, %d different; %d calls in %d s, at most %d in a second%n",
				there.size(), carried, covered.size(), this.between.calls() - callsBefore, millisSince(from) / 1000,
				this.between.mostPerSecond());
	}

	private void attempt(int shareAbove) {
		try {
			run(shareAbove);
		}
		catch (RetryableFailure ex) {
			System.out.println("  no plan: " + ex.getMessage());
		}
	}

	/** Every plan is made by an instance that remembers nothing of the one before. */
	private PlanReport run(int shareAbove) {
		long from = System.nanoTime();
		PlanReport report = new PlanDay((_, _, _) -> this.entries.subList(0, this.entries.size()), new NothingHandled(),
				schedules(), rules(shareAbove), InstantSource.system())
			.run("benchmark", false);
		System.out.printf("  %6d ms %s, %d scheduled%n", millisSince(from), report.counts(),
				report.counts().scheduled());
		return report;
	}

	private EventBridgeSchedules schedules() {
		SchedulerCalls calls = new SchedulerCalls(new CallRate(this.callsPerSecond, System::nanoTime, Thread::sleep),
				new Random(), 5);
		QueueTargets targets = new QueueTargets((queue) -> "arn:aws:sqs:us-east-1:000000000000:" + queue,
				"arn:aws:iam::000000000000:role/mokuroku-scheduler");
		return new EventBridgeSchedules(
				new ScheduleItems(this.scheduler, new ScheduleGroup(this.scheduler, GROUP), targets, calls),
				new Workers(16), InstantSource.system());
	}

	private static PlanRules rules(int shareAbove) {
		return new PlanRules(Duration.ofHours(24), Duration.ofHours(25), Duration.ofMinutes(24), Duration.ofMinutes(10),
				Duration.ofSeconds(5), shareAbove, 500);
	}

	private static long millisSince(long nanos) {
		return (System.nanoTime() - nanos) / 1_000_000;
	}

	private static final class NothingHandled implements HandledEpisodes {

		@Override
		public Map<String, Instant> among(Collection<PlannedEpisode> episodes) {
			return Map.of();
		}

		@Override
		public List<Look> unconfirmed() {
			return List.of();
		}

	}

}
