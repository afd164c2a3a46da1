package io.mokuroku.sync.release;

import java.time.InstantSource;

import io.mokuroku.cloud.Patience;
import io.mokuroku.sync.SyncSettings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where releases come from and go to.
 */
@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {

	@Bean
	S3Client s3Client() {
		return Patience.FILES.with(S3Client.builder()).build();
	}

	@Bean
	Releases releases(ReleaseSettings settings, SyncSettings sync, S3Client s3, DynamoDbClient dynamo,
			InstantSource clock) {
		AddressGuard guard = new AddressGuard(settings.api(), settings.localFiles());
		Web web = new Web(guard, settings.token(), settings.downloadTimeout(), clock);
		return new Releases(new ReleaseOrigin(settings, web), new ReleaseBucket(s3, sync.bucket()),
				new ReleaseRows(dynamo), clock, settings.mostBytes().toBytes());
	}

	@Bean
	ReleaseAge releaseAge(Releases releases, InstantSource clock, ReleaseSettings settings) {
		return new ReleaseAge(releases::lastApplied, clock, settings.overdueAfter());
	}

}
