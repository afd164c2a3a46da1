package io.mokuroku.search.changes;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.store.ChangeFeed.Place;
import org.jspecify.annotations.Nullable;

/**
 * Places of the feed as clients hold them: a text to be given back as it is, or an
 * instant. A text that somebody made up opens no more than an instant does.
 */
final class Cursor {

	private static final Pattern FORM = Pattern.compile("2 (\\d{1,14}) ([0-9a-f]*)");

	/** Was given out once, with the id of an entry. Of it the time counts. */
	private static final Pattern OLD_FORM = Pattern.compile("1 (\\d{1,14})(?: [0-9a-f-]{36})?");

	private static final int LONGEST = 120;

	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

	private Cursor() {
	}

	static String write(Place place) {
		String text = "2 " + place.at().toEpochMilli() + " " + place.mark();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
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
			String written = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
			Matcher old = OLD_FORM.matcher(written);
			if (old.matches()) {
				return Optional.of(Place.before(at(old)));
			}
			Matcher place = FORM.matcher(written);
			return place.matches() ? Optional.of(new Place(at(place), place.group(2))) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Instant at(Matcher written) {
		return Instant.ofEpochMilli(Long.parseLong(written.group(1)));
	}

}
