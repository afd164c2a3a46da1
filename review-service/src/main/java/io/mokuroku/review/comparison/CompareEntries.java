package io.mokuroku.review.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.Media;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Puts an entry and its proposal side by side, field by field. Fields are called as in
 * provenance.
 */
public final class CompareEntries {

	private static final Map<String, Function<AnimeEntry, @Nullable Object>> FIELDS = fields();

	private CompareEntries() {
	}

	/**
	 * Every field that either side knows, changed ones first.
	 * @param live the entry, if there is one
	 * @param proposal what is proposed for it
	 */
	public static List<FieldDifference> compare(@Nullable AnimeEntry live, AnimeEntry proposal) {
		List<FieldDifference> changed = new ArrayList<>();
		List<FieldDifference> same = new ArrayList<>();
		FIELDS.forEach((name, value) -> {
			FieldDifference difference = new FieldDifference(name, (live != null) ? text(value.apply(live)) : null,
					text(value.apply(proposal)), provenanceOf(name, proposal));
			if (difference.isChange()) {
				changed.add(difference);
			}
			else if (difference.proposed() != null) {
				same.add(difference);
			}
		});
		changed.addAll(same);
		return changed;
	}

	/** How a field came about, or else the group it belongs to. */
	public static @Nullable Provenance provenanceOf(String field, AnimeEntry entry) {
		Provenance exact = entry.provenance().get(field);
		return (exact != null) ? exact : entry.provenance().get(field.split("\\.", 2)[0]);
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

	private static Map<String, Function<AnimeEntry, @Nullable Object>> fields() {
		Map<String, Function<AnimeEntry, @Nullable Object>> fields = new LinkedHashMap<>();
		fields.put("titles.main", (entry) -> entry.titles().main());
		fields.put("titles.english", (entry) -> entry.titles().english());
		fields.put("titles.japanese", (entry) -> entry.titles().japanese());
		fields.put("titles.synonyms", (entry) -> entry.titles().synonyms());
		fields.put("type", AnimeEntry::type);
		fields.put("episodes", AnimeEntry::episodes);
		fields.put("durationSeconds", AnimeEntry::durationSeconds);
		fields.put("airing.status", (entry) -> entry.airing().status());
		fields.put("airing.season", (entry) -> entry.airing().season());
		fields.put("airing.year", (entry) -> entry.airing().year());
		fields.put("airing.from", (entry) -> entry.airing().from());
		fields.put("airing.to", (entry) -> entry.airing().to());
		fields.put("airing.broadcast", (entry) -> entry.airing().broadcast());
		fields.put("airing.delay", (entry) -> entry.airing().delay());
		fields.put("airing.next", (entry) -> entry.airing().next());
		fields.put("synopsis", AnimeEntry::synopsis);
		fields.put("background", (entry) -> entry.details().background());
		fields.put("subjects.genres", (entry) -> entry.subjects().genres());
		fields.put("subjects.themes", (entry) -> entry.subjects().themes());
		fields.put("subjects.demographics", (entry) -> entry.subjects().demographics());
		fields.put("subjects.tags", (entry) -> entry.subjects().tags());
		fields.put("subjects.contentWarnings", (entry) -> entry.subjects().contentWarnings());
		fields.put("production.studios", (entry) -> entry.production().studios());
		fields.put("production.producers", (entry) -> entry.production().producers());
		fields.put("production.licensors", (entry) -> entry.production().licensors());
		fields.put("production.country", (entry) -> entry.production().country());
		fields.put("production.sourceMaterial", (entry) -> entry.production().sourceMaterial());
		fields.put("rating", AnimeEntry::rating);
		fields.put("adult", (entry) -> entry.adult() ? "yes" : "no");
		fields.put("artwork.picture", (entry) -> entry.artwork().picture());
		fields.put("relations",
				(entry) -> entry.relations()
					.stream()
					.map((relation) -> relation.type() + " " + relation.target().canonical())
					.toList());
		fields.put("media.openings", (entry) -> lines(entry.details().media().openings(), Media.ThemeSong::raw));
		fields.put("media.endings", (entry) -> lines(entry.details().media().endings(), Media.ThemeSong::raw));
		fields.put("media.trailers",
				(entry) -> lines(entry.details().media().trailers(), (video) -> video.site() + " " + video.id()));
		fields.put("media.streaming",
				(entry) -> lines(entry.details().media().streaming(), (link) -> link.platform() + " " + link.url()));
		fields.put("media.externalLinks",
				(entry) -> lines(List.copyOf(entry.details().media().externalLinks().entrySet()),
						(link) -> link.getKey() + " " + link.getValue()));
		return fields;
	}

	private static <T> List<String> lines(List<T> elements, Function<T, String> words) {
		return elements.stream().map(words).toList();
	}

}
