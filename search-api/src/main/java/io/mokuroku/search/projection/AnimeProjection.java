package io.mokuroku.search.projection;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Subjects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the indexed form of an entry.
 */
public final class AnimeProjection {

	private static final String ADULT_TAG = "hentai";

	private static final int MANY_SOURCES = 9;

	private static final double MANY_MEMBERS = 4_000_000;

	private AnimeProjection() {
	}

	/**
	 * Projects an entry.
	 * @param entry the entry as the store has it
	 * @param trace the trace in which this happens
	 */
	public static IndexedAnime of(AnimeEntry entry, @Nullable String trace) {
		Score score = entry.score();
		Set<String> subjects = subjects(entry.subjects());
		return new IndexedAnime(entry.id(), entry.revision().version(), entry.lifecycle(), adult(entry, subjects),
				entry.titles(), entry.type(), entry.airing().status(), entry.airing().season(), entry.airing().year(),
				entry.episodes(), (score != null) ? score.mean() : null, prominence(entry), picture(entry.artwork()),
				List.copyOf(subjects), studios(entry), entry.synopsis(),
				entry.sources().stream().map(SourceLink::key).toList(), related(entry), trace);
	}

	/**
	 * Whether an entry is kept out of every answer: a second look beside its own mark,
	 * because adult titles must never leak.
	 */
	public static boolean adult(AnimeEntry entry) {
		return adult(entry, subjects(entry.subjects()));
	}

	private static boolean adult(AnimeEntry entry, Set<String> subjects) {
		return entry.adult() || entry.rating() == AgeRating.RX || subjects.contains(ADULT_TAG);
	}

	private static List<String> studios(AnimeEntry entry) {
		return entry.production().studios().stream().map((name) -> name.toLowerCase(Locale.ROOT)).distinct().toList();
	}

	private static List<String> related(AnimeEntry entry) {
		return entry.relations()
			.stream()
			.filter((relation) -> sameFranchise(relation.type()))
			.map((relation) -> relation.target().key())
			.distinct()
			.toList();
	}

	/** The dataset does not say how its anime relate; most of them are sequels. */
	private static boolean sameFranchise(RelationType type) {
		return switch (type) {
			case SEQUEL, PREQUEL, PARENT_STORY, SIDE_STORY, FULL_STORY, SUMMARY, SPIN_OFF, ALTERNATIVE_VERSION,
					ALTERNATIVE_SETTING, UNSPECIFIED ->
				true;
			case CHARACTER, CROSSOVER, ADAPTATION, OTHER -> false;
		};
	}

	private static Set<String> subjects(Subjects subjects) {
		Set<String> all = new LinkedHashSet<>();
		for (List<String> kind : List.of(subjects.genres(), subjects.themes(), subjects.demographics(),
				subjects.tags())) {
			kind.forEach((subject) -> all.add(subject.toLowerCase(Locale.ROOT)));
		}
		return all;
	}

	/**
	 * Half from the score, half from how widely the anime is known: its members on a
	 * logarithmic scale or, where they are not known, how many sites have a page on it.
	 */
	private static double prominence(AnimeEntry entry) {
		Score score = entry.score();
		Long members = (score != null) ? score.members() : null;
		double known = (members != null) ? Math.log1p(members) / Math.log1p(MANY_MEMBERS)
				: (double) entry.sources().size() / MANY_SOURCES;
		double rated = (score != null) ? score.mean() / 10 : 0;
		return (Math.clamp(known, 0, 1) + rated) / 2;
	}

	private static @Nullable URI picture(Artwork artwork) {
		return (artwork.thumbnail() != null) ? artwork.thumbnail() : artwork.picture();
	}

}
