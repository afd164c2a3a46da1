package io.mokuroku.search.projection;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.mokuroku.catalogue.AdultRule;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.SourceMaterial;
import io.mokuroku.catalogue.Subjects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the indexed form of an entry.
 */
public final class AnimeProjection {

	private AnimeProjection() {
	}

	/**
	 * Projects an entry.
	 * @param entry the entry as the store has it
	 * @param trace the trace in which this happens
	 */
	public static IndexedAnime of(AnimeEntry entry, @Nullable String trace) {
		IndexedAnime unranked = project(entry, 0, trace);
		return project(entry, prominence(unranked), trace);
	}

	private static IndexedAnime project(AnimeEntry entry, double prominence, @Nullable String trace) {
		Score score = entry.score();
		Set<String> subjects = subjects(entry.subjects());
		return new IndexedAnime(entry.id(), entry.revision().version(), entry.lifecycle(), adult(entry), entry.titles(),
				entry.type(), entry.airing().status(), entry.airing().season(), entry.airing().year(), entry.episodes(),
				(score != null) ? score.mean() : null, prominence, picture(entry.artwork()), List.copyOf(subjects),
				studios(entry), entry.synopsis(), entry.sources().stream().map(SourceLink::key).toList(),
				related(entry), trace, facts(entry));
	}

	private static IndexedFacts facts(AnimeEntry entry) {
		Score score = entry.score();
		PartialDate from = entry.airing().from();
		NextEpisode next = entry.airing().next();
		Subjects subjects = entry.subjects();
		return new IndexedFacts(entry.rating(), sourceMaterial(entry.production().sourceMaterial()),
				entry.production().country(), entry.durationSeconds(), (score != null) ? score.votes() : null,
				(score != null) ? score.members() : null, (score != null) ? score.bayesian() : null,
				(from != null) ? from.date() : null, (next != null) ? next.at() : null, entry.revision().createdAt(),
				folded(subjects.genres()), folded(subjects.themes()), folded(subjects.demographics()),
				folded(subjects.tags()), folded(subjects.contentWarnings()));
	}

	/** As the constant that it was written from, where it was. */
	private static @Nullable String sourceMaterial(@Nullable String words) {
		if (words == null || words.isBlank()) {
			return null;
		}
		String name = words.strip().toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
		return name.equals("4_KOMA_MANGA") ? SourceMaterial.KOMA_4.name() : name;
	}

	/**
	 * Whether an entry is kept out of every answer: a second look beside its own mark,
	 * because adult titles must never leak.
	 */
	public static boolean adult(AnimeEntry entry) {
		return AdultRule.appliesTo(entry);
	}

	/** Whether answers may show an entry: neither adult nor withdrawn. */
	public static boolean shown(AnimeEntry entry) {
		return entry.lifecycle().isLive() && !adult(entry);
	}

	private static List<String> studios(AnimeEntry entry) {
		return folded(entry.production().studios());
	}

	private static List<String> folded(List<String> labels) {
		return labels.stream().map((label) -> label.toLowerCase(Locale.ROOT)).distinct().toList();
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

	/** Half from the score, half from how widely the anime is known. */
	private static double prominence(IndexedAnime anime) {
		double rated = (anime.score() != null) ? anime.score() / 10 : 0;
		return (anime.known() + rated) / 2;
	}

	private static @Nullable URI picture(Artwork artwork) {
		return (artwork.thumbnail() != null) ? artwork.thumbnail() : artwork.picture();
	}

}
