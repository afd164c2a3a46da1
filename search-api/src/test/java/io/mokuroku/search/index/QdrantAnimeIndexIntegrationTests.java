package io.mokuroku.search.index;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/**
 * The contract on a real Qdrant: the one whose gRPC interface {@code QDRANT_URL} names,
 * or an image where Docker is; elsewhere reported as skipped. It writes under an alias of
 * its own and removes what it made.
 */
class QdrantAnimeIndexIntegrationTests extends AnimeIndexContract {

	private static @Nullable GenericContainer<?> container;

	private static URI address;

	@BeforeAll
	static void findServer() {
		String named = System.getenv("QDRANT_URL");
		if (named != null && !named.isBlank()) {
			address = URI.create(named);
			return;
		}
		Assumptions.assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "neither QDRANT_URL nor Docker");
		GenericContainer<?> started = new GenericContainer<>("qdrant/qdrant:v1.18.3").withExposedPorts(6334);
		started.start();
		container = started;
		address = URI.create("http://" + started.getHost() + ":" + started.getFirstMappedPort());
	}

	@AfterAll
	static void stopContainer() {
		if (container != null) {
			container.stop();
		}
	}

	@Override
	AnimeIndex open() {
		TestIndexes.wipeQdrant(address.getHost(), address.getPort());
		return TestIndexes.openQdrant(address.getHost(), address.getPort());
	}

	@AfterEach
	void wipe() {
		TestIndexes.wipeQdrant(address.getHost(), address.getPort());
	}

}
