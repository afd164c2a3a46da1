package io.mokuroku.sync.release;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.Provider;
import org.jspecify.annotations.Nullable;

/**
 * What the origin of a release shows.
 */
sealed interface Look {

	/**
	 * The release applied last, not touched since.
	 *
	 * @param why how that was noticed
	 * @param asset how it is described now; absent if it was not asked
	 * @param answer the mark of the newer answer; absent if the older is still good
	 */
	record Unchanged(String why, @Nullable Asset asset, KeptRelease.@Nullable Answered answer) implements Look {
	}

	/**
	 * A release, downloaded.
	 *
	 * @param name what its publisher or its file calls it
	 * @param download what was written
	 * @param asset the published file; absent if it was none
	 * @param answer how the question was answered; absent if the answer has no mark
	 * @param deadEntries where the lists of dead entries may be that belong to it, by
	 * preference
	 */
	record Taken(String name, Download download, @Nullable Asset asset, KeptRelease.@Nullable Answered answer,
			Map<Provider, List<URI>> deadEntries) implements Look {
	}

}
