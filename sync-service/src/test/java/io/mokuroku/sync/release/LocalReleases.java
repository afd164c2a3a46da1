package io.mokuroku.sync.release;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

import io.mokuroku.sync.SyncSettings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.util.unit.DataSize;

/**
 * Releases that are files of this machine.
 */
public final class LocalReleases {

	private LocalReleases() {
	}

	/** Releases whose copies are kept in a bucket. */
	public static Releases in(S3Client bucket, DynamoDbClient dynamo, InstantSource clock) {
		ReleaseSettings settings = new ReleaseSettings("owner/name", URI.create("http://127.0.0.1"), null, null,
				"release", true, Duration.ofSeconds(10), DataSize.ofGigabytes(1), Duration.ofDays(28));
		return new ReleaseConfiguration().releases(settings,
				new SyncSettings(2, 8, 250, 100, Duration.ofMinutes(15), "mokuroku-releases"), bucket, dynamo, clock);
	}

}
