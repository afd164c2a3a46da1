package io.mokuroku.review.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Puts an entry and its proposal side by side, field by field. Fields are called as in
 * provenance.
 */
public final class CompareEntries {

	private CompareEntries() {
	}

	/**
	 * Every field that either side knows, changed ones first. The order of a list means
	 * nothing: one of the same elements is no change, and is shown in the order of the
	 * entry.
	 * @param live the entry, if there is one
	 * @param proposal what is proposed for it
	 */
	public static List<FieldDifference> compare(@Nullable AnimeEntry live, AnimeEntry proposal) {
		List<FieldDifference> changed = new ArrayList<>();
		List<FieldDifference> same = new ArrayList<>();
		for (EntryField field : EntryField.ALL) {
			Object before = (live != null) ? field.value().apply(live) : null;
			Object after = field.value().apply(proposal);
			FieldDifference difference = new FieldDifference(field.known(), text(before),
					text(areSame(before, after) ? before : after), provenanceOf(field.known(), proposal));
			if (difference.isChange()) {
				changed.add(difference);
			}
			else if (difference.proposed() != null) {
				same.add(difference);
			}
		}
		changed.addAll(same);
		return changed;
	}

	/** How a field came about, or else the group it belongs to. */
	public static @Nullable Provenance provenanceOf(String field, AnimeEntry entry) {
		Provenance exact = entry.provenance().get(field);
		return (exact != null) ? exact : entry.provenance().get(field.split("\\.", 2)[0]);
	}

	private static boolean areSame(@Nullable Object before, @Nullable Object after) {
		return before instanceof List<?> some && after instanceof List<?> others && sorted(some).equals(sorted(others));
	}

	private static List<String> sorted(List<?> elements) {
		return elements.stream().map(Objects::toString).sorted().toList();
	}

	private static @Nullable String text(@Nullable Object value) {
		String text = switch (value) {
			case null -> "";
			case List<?> list -> list.stream().map(Objects::toString).collect(Collectors.joining(", "));
			case PartialDate date -> date.text();
			case NextEpisode next -> "episode %d at %s".formatted(next.number(), next.at());
			case Delay delay -> "from %s until %s".formatted(Objects.requireNonNullElse(delay.from(), "now"),
					Objects.requireNonNullElse(delay.until(), "nobody knows"));
			case Broadcast slot -> slot.day() + " " + slot.time() + " " + slot.zone();
			default -> value.toString();
		};
		return text.isBlank() ? null : text;
	}

}
