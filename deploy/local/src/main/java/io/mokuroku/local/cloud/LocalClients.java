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
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The AWS clients the local cloud uses itself. They reach nothing but this machine.
 */
final class LocalClients {

	private LocalClients() {
	}

	static DynamoDbClient dynamoDb(Ports ports) {
		return local(DynamoDbClient.builder(), ports.dynamoDb());
	}

	static SqsClient sqs(Ports ports) {
		return local(SqsClient.builder(), ports.sqs());
	}

	private static <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C local(B builder, int port) {
		return builder.endpointOverride(URI.create(Ports.url(port)))
			.region(Region.of(LocalAddresses.REGION))
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(LocalAddresses.ACCESS_KEY, LocalAddresses.SECRET_KEY)))
			.httpClientBuilder(ApacheHttpClient.builder())
			.build();
	}

}
