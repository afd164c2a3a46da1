package io.mokuroku.catalogue;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * One anime as the catalogue knows it.
 *
 * @param id minted once, never changed
 * @param mintedFrom the canonical link the id was minted from
 * @param lifecycle how far it has come
 * @param mergedInto the entry a {@link Lifecycle#REDIRECT} leads to
 * @param sources the pages that identify it, by priority
 * @param titles its names
 * @param type how it was released
 * @param episodes how many episodes it has or will have; absent if unknown
 * @param durationSeconds the length of one episode
 * @param airing when it airs
 * @param subjects what it is about
 * @param production who made it
 * @param synopsis plain text
 * @param rating the intended audience
 * @param adult whether it is kept out of default answers
 * @param artwork its pictures
 * @param score how it is rated
 * @param relations other anime it belongs with
 * @param review what people said
 * @param provenance how each field came by its value, by field name
 * @param revision which state this is
 * @param standing how it stands in the dataset; {@link Standing#NONE} where nothing is
 * stored
 * @param details what enrichment knows beyond; {@link Details#NONE} where nothing is
 * stored
 */
public record AnimeEntry(AnimeId id, URI mintedFrom, Lifecycle lifecycle, @Nullable AnimeId mergedInto,
		List<SourceLink> sources, Titles titles, AnimeType type, @Nullable Integer episodes,
		@Nullable Integer durationSeconds, Airing airing, Subjects subjects, Production production,
		@Nullable String synopsis, @Nullable AgeRating rating, boolean adult, Artwork artwork, @Nullable Score score,
		List<Relation> relations, ReviewState review, Map<String, Provenance> provenance, Revision revision,
		Standing standing, Details details) {

	@SuppressWarnings("NullAway") // what was stored before a field existed lacks it
	public AnimeEntry {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(mintedFrom, "mintedFrom");
		Objects.requireNonNull(lifecycle, "lifecycle");
		Objects.requireNonNull(titles, "titles");
		Objects.requireNonNull(type, "type");
		Objects.requireNonNull(airing, "airing");
		Objects.requireNonNull(revision, "revision");
		if ((lifecycle == Lifecycle.REDIRECT) != (mergedInto != null)) {
			throw new IllegalArgumentException("A redirect, and only a redirect, leads to another entry");
		}
		if (episodes != null && episodes < 1) {
			throw new IllegalArgumentException("An unknown number of episodes is absent, not " + episodes);
		}
		sources = List.copyOf(new TreeSet<>(sources));
		relations = List.copyOf(relations);
		provenance = Collections.unmodifiableMap(new TreeMap<>(provenance));
		standing = (standing != null) ? standing : Standing.NONE;
		details = (details != null) ? details : Details.NONE;
	}

	/** A copy with some fields changed. */
	public AnimeEntry with(Consumer<Change> changes) {
		Change change = new Change(this);
		changes.accept(change);
		return change.entry();
	}

	/**
	 * The same entry once it leads to another, which holds its links from then on. All
	 * else it had it keeps.
	 */
	public AnimeEntry redirectedTo(AnimeId into) {
		return with((next) -> {
			next.lifecycle = Lifecycle.REDIRECT;
			next.mergedInto = into;
			next.sources = List.of();
			next.standing = Standing.NONE;
		});
	}

	/**
	 * The fields of an entry while it is being changed. Identity and origin stay as they
	 * are.
	 */
	public static final class Change {

		private final AnimeEntry before;

		public Lifecycle lifecycle;

		public @Nullable AnimeId mergedInto;

		public List<SourceLink> sources;

		public Titles titles;

		public AnimeType type;

		public @Nullable Integer episodes;

		public @Nullable Integer durationSeconds;

		public Airing airing;

		public Subjects subjects;

		public Production production;

		public @Nullable String synopsis;

		public @Nullable AgeRating rating;

		public boolean adult;

		public Artwork artwork;

		public @Nullable Score score;

		public List<Relation> relations;

		public ReviewState review;

		public Map<String, Provenance> provenance;

		public Revision revision;

		public Standing standing;

		public Details details;

		private Change(AnimeEntry entry) {
			this.before = entry;
			this.lifecycle = entry.lifecycle;
			this.mergedInto = entry.mergedInto;
			this.sources = entry.sources;
			this.titles = entry.titles;
			this.type = entry.type;
			this.episodes = entry.episodes;
			this.durationSeconds = entry.durationSeconds;
			this.airing = entry.airing;
			this.subjects = entry.subjects;
			this.production = entry.production;
			this.synopsis = entry.synopsis;
			this.rating = entry.rating;
			this.adult = entry.adult;
			this.artwork = entry.artwork;
			this.score = entry.score;
			this.relations = entry.relations;
			this.review = entry.review;
			this.provenance = entry.provenance;
			this.revision = entry.revision;
			this.standing = entry.standing;
			this.details = entry.details;
		}

		private AnimeEntry entry() {
			return new AnimeEntry(this.before.id, this.before.mintedFrom, this.lifecycle, this.mergedInto, this.sources,
					this.titles, this.type, this.episodes, this.durationSeconds, this.airing, this.subjects,
					this.production, this.synopsis, this.rating, this.adult, this.artwork, this.score, this.relations,
					this.review, this.provenance, this.revision, this.standing, this.details);
		}

	}

}
