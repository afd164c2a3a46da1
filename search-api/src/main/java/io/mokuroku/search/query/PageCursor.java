package io.mokuroku.search.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.digest.Sha256;
import io.mokuroku.search.index.AnimeOrder;

/**
 * Where the next page of an answer begins, as clients carry it. It holds good for one
 * question alone: a digest of the question and the place tells one that was made up,
 * changed or belongs elsewhere. It opens nothing, so there is no secret in it.
 *
 * @param place the place behind which it begins; in an order by relevance, the key is how
 * many hits went before
 */
record PageCursor(AnimeOrder.Place place) {

	private static final AnimeId NOBODY = new AnimeId(new UUID(0, 0));

	private static final int PLACE = Long.BYTES + 2 * Long.BYTES;

	private static final int DIGEST = 12;

	/** After so many hits by relevance. */
	static PageCursor after(int hits) {
		return new PageCursor(new AnimeOrder.Place(hits, NOBODY));
	}

	/** Whether this can be a place in an order by relevance. */
	boolean countsHits() {
		return this.place.key() >= 0 && this.place.key() <= SearchAnime.MOST;
	}

	/** Reads what {@link #written} wrote for the same question. */
	static Optional<PageCursor> read(String written, String question) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(written);
			if (bytes.length != PLACE + DIGEST) {
				return Optional.empty();
			}
			byte[] place = Arrays.copyOf(bytes, PLACE);
			byte[] digest = Arrays.copyOfRange(bytes, PLACE, bytes.length);
			if (!MessageDigest.isEqual(digest, digest(place, question))) {
				return Optional.empty();
			}
			ByteBuffer read = ByteBuffer.wrap(place);
			long key = read.getLong();
			return Optional
				.of(new PageCursor(new AnimeOrder.Place(key, new AnimeId(new UUID(read.getLong(), read.getLong())))));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * As clients carry it.
	 * @param question what is the same for every page of an answer
	 */
	String written(String question) {
		UUID id = this.place.id().value();
		byte[] place = ByteBuffer.allocate(PLACE)
			.putLong(this.place.key())
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(ByteBuffer.allocate(PLACE + DIGEST).put(place).put(digest(place, question)).array());
	}

	private static byte[] digest(byte[] place, String question) {
		MessageDigest digest = Sha256.begun();
		digest.update(place);
		return Arrays.copyOf(digest.digest(question.getBytes(StandardCharsets.UTF_8)), DIGEST);
	}

}
