package io.mokuroku.local.cloud;

import java.io.IOException;

import io.mokuroku.local.Ports;
import io.mokuroku.topology.Tables;
import io.mokuroku.topology.Topology;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Creates the tables that are missing, as soon as DynamoDB Local answers.
 */
final class TableSetUp {

	private TableSetUp() {
	}

	static void createMissing(Ports ports, Topology topology) throws IOException {
		try (DynamoDbClient dynamo = LocalClients.dynamoDb(ports)) {
			AwaitAnswer.of("DynamoDB Local", dynamo::listTables);
			Tables.createMissing(dynamo, topology);
		}
	}

}
