package io.mokuroku.catalogue.correction;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.EpisodeNumber;
import org.jspecify.annotations.Nullable;

/**
 * What one decision corrects in the lists of an entry. Rows are named as the reviewer saw
 * them; what a row does not say stays as it was.
 *
 * @param episodeShifts episodes whose numbers or dates are moved together; they count
 * before the rows
 * @param episodeRows episodes, one a row
 * @param characterRows characters, one a row
 * @param staffRows people who made it, one a row
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PartEdits(List<EpisodeShift> episodeShifts, List<EpisodeRow> episodeRows,
		List<CharacterRow> characterRows, List<StaffRow> staffRows) {

	/** Nothing is corrected. */
	public static final PartEdits NONE = new PartEdits(List.of(), List.of(), List.of(), List.of());

	@SuppressWarnings("NullAway") // JSON leaves out what is empty
	public PartEdits {
		episodeShifts = (episodeShifts != null) ? List.copyOf(episodeShifts) : List.of();
		episodeRows = (episodeRows != null) ? List.copyOf(episodeRows) : List.of();
		characterRows = (characterRows != null) ? List.copyOf(characterRows) : List.of();
		staffRows = (staffRows != null) ? List.copyOf(staffRows) : List.of();
	}

	/** Whether nothing is corrected. */
	@JsonIgnore
	public boolean isNone() {
		return equals(NONE);
	}

	/**
	 * An episode by the text that people write: {@code 13} and {@code regular:13} are the
	 * same, {@code special:1} is another.
	 * @throws IllegalArgumentException if no episode is written so
	 */
	public static EpisodeNumber number(String text) {
		String[] halves = text.strip().split(":", 2);
		EpisodeKind kind = (halves.length == 2) ? EpisodeKind.valueOf(halves[0].toUpperCase(Locale.ROOT))
				: EpisodeKind.REGULAR;
		return new EpisodeNumber(kind, new BigDecimal(halves[halves.length - 1]));
	}

	/**
	 * Episodes that are moved together.
	 *
	 * @param from the first
	 * @param to the last, of the same kind
	 * @param numbers what is added to their numbers; absent if nothing
	 * @param days what is added to their dates; absent if nothing
	 */
	public record EpisodeShift(String from, String to, @Nullable Integer numbers, @Nullable Integer days) {
	}

	/**
	 * An episode. One that is not in the list is added to it.
	 *
	 * @param episode which
	 * @param to the number it should have instead
	 * @param title its title
	 * @param japaneseTitle its title in the original script
	 * @param aired the Japanese date of its first broadcast
	 * @param remove whether it is none
	 */
	public record EpisodeRow(String episode, @Nullable String to, @Nullable String title,
			@Nullable String japaneseTitle, @Nullable LocalDate aired, @Nullable Boolean remove) {

		/** Whether it is none. */
		@JsonIgnore
		public boolean isRemoved() {
			return Boolean.TRUE.equals(this.remove);
		}

	}

	/**
	 * A character.
	 *
	 * @param character its id
	 * @param name its name
	 * @param role how much the anime is about it
	 * @param split a page that was wrongly taken for it, and is a character of its own
	 * @param join the id of another that is the same
	 * @param remove whether it is none
	 */
	public record CharacterRow(String character, @Nullable String name, @Nullable CharacterRole role,
			@Nullable URI split, @Nullable String join, @Nullable Boolean remove) {

		/** Whether it is none. */
		@JsonIgnore
		public boolean isRemoved() {
			return Boolean.TRUE.equals(this.remove);
		}

	}

	/**
	 * Somebody who made it.
	 *
	 * @param person the id; absent for somebody who is missing
	 * @param name the name
	 * @param roles what they did, in words such as {@code Director}
	 * @param remove whether they had no part in it
	 */
	public record StaffRow(@Nullable String person, @Nullable String name, @Nullable List<String> roles,
			@Nullable Boolean remove) {

		/** Whether they had no part in it. */
		@JsonIgnore
		public boolean isRemoved() {
			return Boolean.TRUE.equals(this.remove);
		}

	}

}
