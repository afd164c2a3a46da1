package io.mokuroku.search.index;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

final class LuceneAnimeIndexTests extends AnimeIndexContract {

	@TempDir
	private Path folder;

	@Override
	AnimeIndex open() {
		return TestIndexes.openFully(this.folder);
	}

}
