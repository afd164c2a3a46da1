package io.mokuroku.catalogue.store;

import io.mokuroku.testing.LocalEngines;

/**
 * The store on the engines that run inside this process.
 */
class AnimeStoreTests extends AnimeStoreContract {

	AnimeStoreTests() {
		super(LocalEngines.start());
	}

}
