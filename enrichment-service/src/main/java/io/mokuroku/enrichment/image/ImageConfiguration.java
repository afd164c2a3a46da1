package io.mokuroku.enrichment.image;

import java.time.InstantSource;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.enrichment.workflow.PayloadSchemas;
import io.mokuroku.enrichment.workflow.TaskTokens;
import io.mokuroku.message.ImagesRequested;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.QueueListeners;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Copying pictures.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImageSettings.class)
class ImageConfiguration {

	/** Buckets in the path, so that a local endpoint needs no host name per bucket. */
	@Bean
	S3Client s3Client() {
		return S3Client.builder().forcePathStyle(true).build();
	}

	@Bean
	ImageDownload imageDownload(ImageSettings settings) {
		return new ImageDownload(settings);
	}

	@Bean
	CopyImages copyImages(ImageDownload download, S3Client s3, DynamoDbClient dynamo, TaskTokens tokens,
			PayloadSchemas schemas, MessageSender sender, InstantSource clock, ImageSettings settings) {
		return new CopyImages(download, new ImageBucket(s3, settings.bucket()), new CopiedImages(dynamo), tokens,
				schemas, sender, settings, clock);
	}

	@Bean
	SqsMessageListenerContainer<String> imageRequests(QueueListeners listeners, CopyImages copying,
			ImageSettings settings) {
		return listeners.listen(ImagesRequested.class, settings.concurrency(), copying);
	}

}
