package io.mokuroku.enrichment.image;

import java.time.InstantSource;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryScan;
import io.mokuroku.cloud.Patience;
import io.mokuroku.enrichment.workflow.PayloadSchemas;
import io.mokuroku.enrichment.workflow.TaskTokens;
import io.mokuroku.message.ImagesRequested;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.telemetry.TraceContexts;
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
		return Patience.FILES.with(S3Client.builder().forcePathStyle(true)).build();
	}

	@Bean
	ImageDownload imageDownload(ImageSettings settings) {
		return new ImageDownload(settings);
	}

	@Bean
	CopiedImages copiedImages(DynamoDbClient dynamo) {
		return new CopiedImages(dynamo);
	}

	@Bean
	CopyImages copyImages(ImageDownload download, S3Client s3, CopiedImages copied, AnimeStore store,
			TraceContexts traces, TaskTokens tokens, PayloadSchemas schemas, MessageSender sender, InstantSource clock,
			ImageSettings settings) {
		return new CopyImages(download, new ImageBucket(s3, settings.bucket()), copied,
				new ShowCopies(store, traces, clock), tokens, schemas, sender, settings, clock);
	}

	@Bean
	BackfillController backfillController(EntryScan entries, CopiedImages copied, MessageSender sender,
			InstantSource clock) {
		return new BackfillController(new BackfillImages(entries, copied, sender, clock));
	}

	@Bean
	SqsMessageListenerContainer<String> imageRequests(QueueListeners listeners, CopyImages copying,
			ImageSettings settings) {
		return listeners.listen(ImagesRequested.class, settings.concurrency(), copying);
	}

}
