package io.mokuroku.search.export;

import io.mokuroku.cloud.Patience;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Exports.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportSettings.class)
class ExportConfiguration {

	@Bean
	Exports exports(ObjectProvider<S3Client> s3, ExportSettings settings) {
		return new BucketExports(s3.getIfAvailable(() -> Patience.FILES.with(S3Client.builder()).build()),
				settings.bucket());
	}

}
