package io.mokuroku.search.changes;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.ChangeFeed.Place;
import org.jspecify.annotations.Nullable;

/**
 * Places of the feed as clients hold them: a text to be given back as it is, or an
 * instant.
 */
final class Cursor {

	private static final String FORM = "1";

	private static final int LONGEST = 120;

	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

	private Cursor() {
	}

	static String write(Place place) {
		AnimeId id = place.id();
		String text = FORM + " " + place.at().toEpochMilli() + ((id != null) ? " " + id : "");
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	/** Reads a cursor or an instant; the beginning of all if there is none. */
	static Optional<Place> read(@Nullable String text) {
		if (text == null) {
			return Optional.of(Place.before(Instant.EPOCH));
		}
		if (text.length() > LONGEST) {
			return Optional.empty();
		}
		return text.contains(":") ? instant(text) : cursor(text);
	}

	private static Optional<Place> instant(String text) {
		try {
			Instant time = Instant.parse(text);
			return (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) ? Optional.empty()
					: Optional.of(Place.before(time));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Place> cursor(String text) {
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
			if (parts.length < 2 || parts.length > 3 || !parts[0].equals(FORM) || !parts[1].matches("\\d{1,14}")) {
				return Optional.empty();
			}
			return Optional.of(new Place(Instant.ofEpochMilli(Long.parseLong(parts[1])),
					(parts.length == 3) ? AnimeId.of(parts[2]) : null));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
