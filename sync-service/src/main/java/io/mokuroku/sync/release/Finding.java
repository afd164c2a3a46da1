package io.mokuroku.sync.release;

/**
 * What a look at the origin of releases brought.
 */
public sealed interface Finding {

	/**
	 * A release that is not the one applied last. Our copy of it is stored.
	 *
	 * @param release the release
	 */
	record Fetched(Release release) implements Finding {
	}

	/**
	 * The newest release is the one that was applied last, which is a normal outcome.
	 *
	 * @param last the release that was applied last
	 * @param why how that was noticed, in one sentence
	 */
	record NothingNew(Release last, String why) implements Finding {
	}

}
