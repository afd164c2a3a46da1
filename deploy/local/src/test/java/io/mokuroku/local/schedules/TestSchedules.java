package io.mokuroku.local.schedules;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * A scheduler behind a loopback port, spoken to by the client of the SDK, and the queues
 * it delivers to.
 */
final class TestSchedules implements AutoCloseable {

	static final Target QUEUE = Target.builder()
		.arn(RecordedQueues.arn("episode-updates"))
		.roleArn("arn:aws:iam::000000000000:role/scheduler")
		.input("{\"episode\":1}")
		.build();

	private final RecordedQueues queues = new RecordedQueues();

	private final SchedulerServer server;

	private final AwsEndpoint endpoint;

	private final SchedulerClient client;

	TestSchedules(Path folder) throws IOException {
		this.server = SchedulerServer.open(folder, this.queues, InstantSource.system());
		this.endpoint = AwsEndpoint.of(this.server);
		this.client = this.endpoint.client();
	}

	static CreateScheduleRequest.Builder aSchedule(String name, String expression) {
		return CreateScheduleRequest.builder()
			.name(name)
			.scheduleExpression(expression)
			.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
			.target(QUEUE);
	}

	RecordedQueues queues() {
		return this.queues;
	}

	SchedulerServer server() {
		return this.server;
	}

	SchedulerClient client() {
		return this.client;
	}

	List<ScheduleSummary> all() {
		return this.client.listSchedules((list) -> list.maxResults(100)).schedules();
	}

	@Override
	public void close() throws IOException {
		this.client.close();
		this.endpoint.close();
		this.server.close();
	}

}
