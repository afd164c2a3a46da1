package io.mokuroku.local.cloud;

import java.io.IOException;
import java.time.Duration;

import io.mokuroku.local.Ports;
import io.mokuroku.topology.Tables;
import io.mokuroku.topology.Topology;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Creates the tables that are missing, as soon as DynamoDB Local answers.
 */
final class TableSetUp {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

	private TableSetUp() {
	}

	static void createMissing(Ports ports, Topology topology) throws IOException {
		try (DynamoDbClient dynamo = LocalClients.dynamoDb(ports)) {
			awaitAnswer(dynamo);
			Tables.createMissing(dynamo, topology);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted while waiting for DynamoDB Local", ex);
		}
	}

	private static void awaitAnswer(DynamoDbClient dynamo) throws IOException, InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			try {
				dynamo.listTables();
				return;
			}
			catch (SdkClientException ex) {
				if (System.nanoTime() > deadline) {
					throw new IOException("DynamoDB Local does not answer", ex);
				}
				Thread.sleep(BETWEEN_TRIES);
			}
		}
	}

}
