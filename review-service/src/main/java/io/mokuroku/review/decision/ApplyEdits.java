package io.mokuroku.review.decision;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.review.comparison.EntryField;
import io.mokuroku.review.task.Edits;
import org.jspecify.annotations.Nullable;

/**
 * Puts a reviewer's corrections, which fit the schema of decisions, into a proposal. The
 * provenance of a corrected field names the reviewer, which keeps machines from changing
 * it later. Applying the same corrections twice changes nothing.
 */
final class ApplyEdits {

	/**
	 * Corrections of lists, which are applied where the lists are, and their names in
	 * provenance.
	 */
	private static final Map<String, String> LISTS = Map.of("episodeShifts", "episodeList", "episodeRows",
			"episodeList", "characterRows", "characters", "staffRows", "staff");

	private ApplyEdits() {
	}

	/**
	 * The proposal with its corrections.
	 * @param holder finds the entry that has a page
	 */
	static AnimeEntry apply(AnimeEntry proposal, Edits edits, Instant decidedAt,
			Function<SourceLink, Optional<AnimeEntry>> holder) {
		Map<String, Provenance> provenance = new HashMap<>(proposal.provenance());
		edits.fields()
			.forEach((field) -> provenance.put(known(field), new Provenance("reviewer", decidedAt, "REVIEW", 1)));
		return proposal.with((change) -> {
			edits.values().forEach((field, value) -> {
				if (field.equals("relations")) {
					change.relations = CorrectedRelations.of(change.relations, value, holder);
				}
				else if (!LISTS.containsKey(field)) {
					set(change, field, value);
				}
			});
			change.provenance = provenance;
		});
	}

	/** The name of a field in provenance. */
	private static String known(String field) {
		String list = LISTS.get(field);
		return (list != null) ? list : EntryField.ofCorrection(field).known();
	}

	private static void set(AnimeEntry.Change change, String field, @Nullable Object value) {
		switch (field) {
			case "title", "englishTitle", "japaneseTitle", "synonyms" ->
				change.titles = titles(change.titles, field, value);
			case "type" -> change.type = AnimeType.valueOf(text(value));
			case "episodes" -> change.episodes = number(value);
			case "durationSeconds" -> change.durationSeconds = number(value);
			case "status", "season", "year", "airedFrom", "airedTo", "broadcast" ->
				change.airing = airing(change.airing, field, value);
			case "synopsis" -> change.synopsis = (String) value;
			case "background" -> change.details = change.details.withBackground((String) value);
			case "rating" -> change.rating = (value != null) ? AgeRating.valueOf(text(value)) : null;
			case "adult" -> change.adult = Boolean.TRUE.equals(value);
			case "genres", "themes", "demographics", "tags", "contentWarnings" ->
				change.subjects = subjects(change.subjects, field, texts(value));
			case "studios", "producers", "licensors", "sourceMaterial", "country" ->
				change.production = production(change.production, field, value);
			case "picture" -> change.artwork = picture(change.artwork, (String) value);
			default -> throw new IllegalArgumentException("Nobody can correct " + field);
		}
	}

	private static Titles titles(Titles titles, String field, @Nullable Object value) {
		return new Titles(field.equals("title") ? text(value) : titles.main(),
				field.equals("englishTitle") ? (String) value : titles.english(),
				field.equals("japaneseTitle") ? (String) value : titles.japanese(),
				field.equals("synonyms") ? texts(value) : titles.synonyms(), titles.byLanguage());
	}

	private static Airing airing(Airing airing, String field, @Nullable Object value) {
		return new Airing(field.equals("status") ? AiringStatus.valueOf(text(value)) : airing.status(),
				field.equals("season") ? ((value != null) ? Season.valueOf(text(value)) : null) : airing.season(),
				field.equals("year") ? number(value) : airing.year(),
				field.equals("airedFrom") ? ((value != null) ? date(text(value)) : null) : airing.from(),
				field.equals("airedTo") ? ((value != null) ? date(text(value)) : null) : airing.to(),
				field.equals("broadcast") ? broadcast(value) : airing.broadcast(), airing.next(), airing.delay());
	}

	private static @Nullable Broadcast broadcast(@Nullable Object value) {
		return (value instanceof Map<?, ?> slot) ? new Broadcast(DayOfWeek.valueOf(text(slot.get("day"))),
				LocalTime.parse(text(slot.get("time"))), Broadcast.JAPAN) : null;
	}

	private static Subjects subjects(Subjects subjects, String field, List<String> values) {
		return new Subjects(field.equals("genres") ? values : subjects.genres(),
				field.equals("themes") ? values : subjects.themes(),
				field.equals("demographics") ? values : subjects.demographics(),
				field.equals("tags") ? values : subjects.tags(),
				field.equals("contentWarnings") ? values : subjects.contentWarnings());
	}

	private static Production production(Production production, String field, @Nullable Object value) {
		return new Production(field.equals("studios") ? texts(value) : production.studios(),
				field.equals("producers") ? texts(value) : production.producers(),
				field.equals("sourceMaterial") ? (String) value : production.sourceMaterial(),
				field.equals("licensors") ? texts(value) : production.licensors(),
				field.equals("country") ? (String) value : production.country(), production.companies());
	}

	/** Another picture has no copy of ours and no smaller form yet. */
	private static Artwork picture(Artwork artwork, @Nullable String address) {
		URI picture = (address != null) ? URI.create(address) : null;
		return Objects.equals(picture, artwork.picture()) ? artwork
				: new Artwork(picture, null, null, artwork.gallery());
	}

	/**
	 * A date of which the year, the month or the day is told.
	 * @throws java.time.DateTimeException if the calendar has no such day
	 */
	static PartialDate date(String text) {
		return switch (text.length()) {
			case 4 -> new PartialDate(LocalDate.of(Integer.parseInt(text), 1, 1), PartialDate.Precision.YEAR);
			case 7 -> new PartialDate(LocalDate.parse(text + "-01"), PartialDate.Precision.MONTH);
			default -> PartialDate.of(LocalDate.parse(text));
		};
	}

	private static String text(@Nullable Object value) {
		return (String) Objects.requireNonNull(value);
	}

	private static @Nullable Integer number(@Nullable Object value) {
		return (value instanceof Number number) ? number.intValue() : null;
	}

	private static List<String> texts(@Nullable Object value) {
		return (value instanceof List<?> list) ? list.stream().map(ApplyEdits::text).toList() : List.of();
	}

}
