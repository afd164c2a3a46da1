package io.mokuroku.search.query;

import io.mokuroku.search.embed.TestEmbedders;
import io.mokuroku.search.index.AnimeIndex;

/**
 * Catalogues to ask in tests.
 */
public final class TestCatalogues {

	private TestCatalogues() {
	}

	/** Asks an index, by words alone. */
	public static AskCatalogue byWords(AnimeIndex index) {
		return new AskCatalogue(
				new SearchAnime(index, new Meaning(TestEmbedders.notLoaded()), TestEmbedders.restless()), index);
	}

}
