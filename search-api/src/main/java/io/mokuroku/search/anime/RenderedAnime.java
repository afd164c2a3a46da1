package io.mokuroku.search.anime;

import io.mokuroku.digest.Sha256;

/**
 * An answer as it goes over the wire. Two are the same to a client exactly if their marks
 * are.
 *
 * @param version the version of the entry it tells of
 * @param body JSON; shared, not to be changed
 * @param mark its entity tag without quotes: the version and a digest of the body
 */
@SuppressWarnings("ArrayRecordComponent")
record RenderedAnime(long version, byte[] body, String mark) {

	private static final int DIGEST_BYTES = 8;

	static RenderedAnime of(long version, byte[] body) {
		return new RenderedAnime(version, body, version + "-" + Sha256.beginning(Sha256.of(body), DIGEST_BYTES));
	}

}
