package io.mokuroku.local.cloud;

import java.nio.file.Path;
import java.util.List;

import io.mokuroku.local.FreePorts;
import io.mokuroku.local.Ports;
import io.mokuroku.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import static org.assertj.core.api.Assertions.assertThat;

class EngineSetUpTests {

	private final Ports ports = FreePorts.find();

	@Test
	void createsWhatIsMissingInEnginesOfOthersAndNothingTwice(@TempDir Path folder) throws Exception {
		Topology topology = Topology.load();
		try (Queues _ = Queues.open(folder.resolve("sqs"), LocalAddresses.HOST, this.ports.sqs(), List.of());
				Buckets _ = Buckets.open(folder.resolve("s3"), LocalAddresses.HOST, this.ports.s3(), List.of());
				SqsClient sqs = LocalClients.sqs(this.ports);
				S3Client s3 = LocalClients.s3(this.ports)) {
			EngineSetUp.createMissing(this.ports, topology);
			EngineSetUp.createMissing(this.ports, topology);

			assertThat(s3.listBuckets().buckets()).extracting(Bucket::name)
				.containsExactlyInAnyOrderElementsOf(topology.buckets());
			assertThat(sqs.listQueues().queueUrls()).hasSize(topology.queues().size() * 2);
			String url = sqs.getQueueUrl((get) -> get.queueName("enrichment-requests")).queueUrl();
			assertThat(sqs.getQueueAttributes((get) -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
				.attributes()).containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "60")
				.hasEntrySatisfying(QueueAttributeName.REDRIVE_POLICY,
						(policy) -> assertThat(policy).contains("enrichment-requests-dlq"));
		}
	}

}
