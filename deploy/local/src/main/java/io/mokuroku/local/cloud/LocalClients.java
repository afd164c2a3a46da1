package io.mokuroku.local.cloud;

import java.net.URI;

import io.mokuroku.local.Ports;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The AWS clients the local cloud uses itself. They reach nothing but this machine.
 */
final class LocalClients {

	private LocalClients() {
	}

	static DynamoDbClient dynamoDb(Ports ports) {
		return blocking(DynamoDbClient.builder(), ports.dynamoDb());
	}

	static SqsClient sqs(Ports ports) {
		return blocking(SqsClient.builder(), ports.sqs());
	}

	static SqsAsyncClient queues(Ports ports) {
		return local(SqsAsyncClient.builder(), ports.sqs()).build();
	}

	static S3Client s3(Ports ports) {
		return blocking(S3Client.builder().forcePathStyle(true), ports.s3());
	}

	private static <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C blocking(B builder, int port) {
		return local(builder, port).httpClientBuilder(ApacheHttpClient.builder()).build();
	}

	private static <C, B extends AwsClientBuilder<B, C>> B local(B builder, int port) {
		return builder.endpointOverride(URI.create(Ports.url(port)))
			.region(Region.of(LocalAddresses.REGION))
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(LocalAddresses.ACCESS_KEY, LocalAddresses.SECRET_KEY)));
	}

}
