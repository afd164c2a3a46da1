package io.mokuroku.enrichment.workflow;

import io.mokuroku.message.Messages;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class SqsWorkloadTests {

	private final LocalEngines engines = LocalEngines.start();

	@Test
	void countsTasksThatWaitAndTasksBeingDone() {
		this.engines.reset();
		SqsWorkload workload = new SqsWorkload(this.engines.sqs(), Messages.urls(this.engines));
		assertThat(workload.openTasks()).isZero();
		send("1");
		send("2");
		this.engines.sqs()
			.receiveMessage(
					(receive) -> receive.queueUrl(this.engines.queueUrl("enrichment-tasks")).maxNumberOfMessages(1))
			.join();
		assertThat(workload.openTasks()).isEqualTo(2);
	}

	private void send(String body) {
		this.engines.sqs()
			.sendMessage((send) -> send.queueUrl(this.engines.queueUrl("enrichment-tasks")).messageBody(body))
			.join();
	}

}
