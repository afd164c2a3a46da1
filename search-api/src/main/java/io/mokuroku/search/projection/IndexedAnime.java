package io.mokuroku.search.projection;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.Titles;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the index holds it: what is searched and what an answer shows.
 *
 * @param id the entry
 * @param version the version it was projected from
 * @param lifecycle how far it has come
 * @param adult whether it is kept out of every answer
 * @param titles its names
 * @param type how it was released
 * @param status where it stands
 * @param season the quarter of its premiere
 * @param year the year of its premiere
 * @param episodes how many episodes it has or will have
 * @param score the mean score, 0 to 10
 * @param prominence from 0 to 1, how likely it is the one that is meant
 * @param picture a cover, the small form if there is one
 * @param subjects genres, themes, demographics and tags, each once
 * @param studios who made it, lower case
 * @param synopsis plain text
 * @param links the keys of the pages that identify it
 * @param related the keys of the pages of its sequels and whatever else belongs to its
 * franchise
 * @param trace the trace in which it was projected
 * @param facts what it is filtered and sorted by beyond
 */
public record IndexedAnime(AnimeId id, long version, Lifecycle lifecycle, boolean adult, Titles titles, AnimeType type,
		AiringStatus status, @Nullable Season season, @Nullable Integer year, @Nullable Integer episodes,
		@Nullable Double score, double prominence, @Nullable URI picture, List<String> subjects, List<String> studios,
		@Nullable String synopsis, List<String> links, List<String> related, @Nullable String trace,
		IndexedFacts facts) {

	private static final int MANY_SOURCES = 9;

	private static final double MANY_MEMBERS = 4_000_000;

	private static final double USUAL_SCORE = 6.5;

	private static final int DRAWN_BY = 5;

	@SuppressWarnings("NullAway") // what was indexed before there were links has none
	public IndexedAnime {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(lifecycle, "lifecycle");
		Objects.requireNonNull(titles, "titles");
		Objects.requireNonNull(type, "type");
		Objects.requireNonNull(status, "status");
		if (!(prominence >= 0 && prominence <= 1)) {
			throw new IllegalArgumentException("Prominence lies between 0 and 1: " + prominence);
		}
		subjects = List.copyOf(subjects);
		studios = List.copyOf(studios);
		links = (links != null) ? List.copyOf(links) : List.of();
		related = (related != null) ? List.copyOf(related) : List.of();
		facts = (facts != null) ? facts : IndexedFacts.NONE;
	}

	/** Whether answers may show it: neither adult nor withdrawn. */
	public boolean shown() {
		return !this.adult && present();
	}

	/** Whether it has not been withdrawn, adult or not. */
	public boolean present() {
		return this.lifecycle == Lifecycle.DRAFT || this.lifecycle == Lifecycle.ACTIVE;
	}

	/**
	 * How widely it is known, 0 to 1: its members on a logarithmic scale or, where they
	 * are not known, how many sites have a page on it.
	 */
	public double known() {
		Long members = this.facts.members();
		double known = (members != null) ? Math.log1p(members) / Math.log1p(MANY_MEMBERS)
				: (double) this.links.size() / MANY_SOURCES;
		return Math.clamp(known, 0, 1);
	}

	/**
	 * The score to rank by, 0 to 10: the one that is drawn to the mean of the catalogue
	 * the more, the fewer have voted. Where nobody counted votes, the mean score is drawn
	 * to {@value #USUAL_SCORE} the more, the fewer sites have a page on it. Absent
	 * without a score.
	 */
	public @Nullable Double rankedScore() {
		if (this.facts.bayesian() != null || this.score == null) {
			return this.facts.bayesian();
		}
		if (this.status == AiringStatus.UPCOMING || this.status == AiringStatus.UNKNOWN) {
			return null;
		}
		int sites = this.links.size();
		return (sites * this.score + DRAWN_BY * USUAL_SCORE) / (sites + DRAWN_BY);
	}

}
