package io.mokuroku.cloud;

import java.time.Duration;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/**
 * How long a client of the cloud waits. By itself the SDK waits for each attempt as long
 * as bytes may still come, and repeats it up to eight times.
 *
 * @param attempt how long one attempt may take, from its first byte to the last
 * @param call how long all attempts may take together, with the pauses between them; not
 * less than one attempt
 */
public record Patience(Duration attempt, Duration call) {

	/** For short questions that get short answers. */
	public static final Patience CALLS = ofSeconds(10, 20);

	/** For a page of a scan, which reads much more than it returns. */
	public static final Patience SCANS = ofSeconds(30, 90);

	/** For queues: a poll stays open for up to 20 s by intention. */
	public static final Patience QUEUES = ofSeconds(30, 60);

	/** For files: a large one may take long as long as its bytes flow. */
	public static final Patience FILES = ofSeconds(600, 900);

	private static final Duration CONNECT = Duration.ofSeconds(2);

	/** Between two bytes of an answer, longer than any poll. */
	private static final Duration SILENCE = Duration.ofSeconds(30);

	public Patience {
		if (attempt.toMillis() < 1 || call.compareTo(attempt) < 0) {
			throw new IllegalArgumentException("a call lasts at least as long as one attempt, at least 1ms");
		}
	}

	/** Limits all calls of a client that does not set limits for single ones. */
	public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B with(B client) {
		return withAsync(client)
			.httpClientBuilder(ApacheHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE));
	}

	/**
	 * The same for an asynchronous client, whose HTTP client connects within 2 s and
	 * bears 30 s of silence unless told otherwise.
	 */
	public <B extends AwsClientBuilder<B, C>, C> B withAsync(B client) {
		return client.overrideConfiguration(client.overrideConfiguration()
			.toBuilder()
			.apiCallAttemptTimeout(this.attempt)
			.apiCallTimeout(this.call)
			.build());
	}

	/** Limits one call, whatever its client waits for others. */
	public void limit(AwsRequestOverrideConfiguration.Builder request) {
		request.apiCallAttemptTimeout(this.attempt).apiCallTimeout(this.call);
	}

	private static Patience ofSeconds(int attempt, int call) {
		return new Patience(Duration.ofSeconds(attempt), Duration.ofSeconds(call));
	}

}
