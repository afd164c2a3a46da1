package io.mokuroku.search.index;

import org.junit.jupiter.api.AfterEach;

/**
 * The contract on a server in this process that does what Qdrant's documentation says of
 * the requests the index makes.
 */
final class QdrantAnimeIndexTests extends AnimeIndexContract {

	private final LoopbackQdrant server = new LoopbackQdrant();

	@Override
	AnimeIndex open() {
		return TestIndexes.openQdrant("localhost", this.server.port());
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

}
