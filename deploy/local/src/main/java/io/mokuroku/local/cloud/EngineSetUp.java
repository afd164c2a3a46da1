package io.mokuroku.local.cloud;

import java.io.IOException;

import io.mokuroku.local.Ports;
import io.mokuroku.topology.Queues;
import io.mokuroku.topology.Topology;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Creates what is missing of queues and buckets in engines that others started.
 */
final class EngineSetUp {

	private EngineSetUp() {
	}

	static void createMissing(Ports ports, Topology topology) throws IOException {
		try (SqsClient sqs = LocalClients.sqs(ports); SqsAsyncClient queues = LocalClients.queues(ports)) {
			AwaitAnswer.of("the queue server", sqs::listQueues);
			Queues.createMissing(queues, topology);
		}
		try (S3Client s3 = LocalClients.s3(ports)) {
			AwaitAnswer.of("the bucket server", s3::listBuckets);
			var existing = s3.listBuckets().buckets().stream().map(Bucket::name).toList();
			topology.buckets()
				.stream()
				.filter((name) -> !existing.contains(name))
				.forEach((name) -> s3.createBucket((create) -> create.bucket(name)));
		}
	}

}
