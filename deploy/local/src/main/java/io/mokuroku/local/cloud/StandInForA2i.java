package io.mokuroku.local.cloud;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import io.mokuroku.local.Ports;
import io.mokuroku.local.loops.AnswerPlace;
import io.mokuroku.local.loops.HumanLoops;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What a house needs to ask people as Amazon A2I does: human loops, whose answers lie in
 * a bucket and whose changes are told to the queue that EventBridge would tell.
 */
public final class StandInForA2i implements AutoCloseable {

	private static final String BUCKET = "a2i-answers";

	private final AwsFront front;

	private final S3Client s3;

	private final SqsClient sqs;

	private StandInForA2i(AwsFront front, S3Client s3, SqsClient sqs) {
		this.front = front;
		this.s3 = s3;
		this.sqs = sqs;
	}

	/**
	 * Starts answering.
	 * @param state loops are kept under
	 * @param ports where it listens, and where queues and buckets are
	 * @param surroundings who asks
	 */
	public static StandInForA2i open(Path state, Ports ports, Surroundings surroundings, InstantSource clock)
			throws IOException {
		S3Client s3 = LocalClients.s3(ports);
		SqsClient sqs = LocalClients.sqs(ports);
		HumanLoops loops = HumanLoops.open(state.resolve("loops"), new Around(s3, sqs), clock);
		AwsFront front = AwsFront.open(surroundings.loginAddress(), ports.a2i(), List.of(loops), Optional::empty);
		return new StandInForA2i(front, s3, sqs);
	}

	@Override
	public void close() {
		this.front.close();
		this.s3.close();
		this.sqs.close();
	}

	/** The bucket and the queue. */
	private record Around(S3Client s3, SqsClient sqs) implements AnswerPlace {

		@Override
		public String keep(String name, String json) {
			String key = "reviews/" + name + "/output.json";
			try {
				put(key, json);
			}
			catch (NoSuchBucketException _) {
				this.s3.createBucket((create) -> create.bucket(BUCKET));
				put(key, json);
			}
			return "s3://" + BUCKET + "/" + key;
		}

		private void put(String key, String json) {
			this.s3.putObject((put) -> put.bucket(BUCKET).key(key).contentType("application/json"),
					RequestBody.fromString(json));
		}

		@Override
		public void tell(String event) {
			String queue = this.sqs.getQueueUrl((ask) -> ask.queueName("review-events")).queueUrl();
			this.sqs.sendMessage((send) -> send.queueUrl(queue).messageBody(event));
		}

	}

}
