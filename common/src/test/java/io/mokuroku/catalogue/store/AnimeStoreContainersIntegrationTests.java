package io.mokuroku.catalogue.store;

import java.net.URI;

import io.mokuroku.testing.LocalEngines;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * The store on the images of the same engines, where Docker is; elsewhere reported as
 * skipped.
 */
@Testcontainers(disabledWithoutDocker = true)
class AnimeStoreContainersIntegrationTests extends AnimeStoreContract {

	@Container
	private static final GenericContainer<?> DYNAMO = new GenericContainer<>("amazon/dynamodb-local:3.3.1")
		.withCommand("-jar DynamoDBLocal.jar -inMemory -sharedDb")
		.withExposedPorts(8000);

	@Container
	private static final GenericContainer<?> SQS = new GenericContainer<>("softwaremill/elasticmq-native:1.7.1")
		.withExposedPorts(9324);

	AnimeStoreContainersIntegrationTests() {
		super(LocalEngines.at(address(DYNAMO), address(SQS)));
	}

	private static URI address(GenericContainer<?> container) {
		return URI.create("http://" + container.getHost() + ":" + container.getFirstMappedPort());
	}

}
