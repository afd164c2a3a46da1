package io.mokuroku.upstream;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says an anime belongs with.
 *
 * @param anime other anime
 * @param sources books and games: never mixed with anime
 */
public record RelationFacts(List<ToAnime> anime, List<ToSource> sources) {

	/** Nothing known. */
	public static final RelationFacts NONE = new RelationFacts(List.of(), List.of());

	public RelationFacts {
		anime = List.copyOf(anime);
		sources = List.copyOf(sources);
	}

	/**
	 * A relation to an anime.
	 *
	 * @param type what the target is to this anime
	 * @param target the target's page at the same provider
	 * @param sameAs pages of other providers about the target
	 * @param title its title
	 * @param format what the provider says it is ({@code SPECIAL})
	 */
	public record ToAnime(RelationType type, SourceLink target, List<SourceLink> sameAs, @Nullable String title,
			@Nullable String format) {

		public ToAnime {
			Objects.requireNonNull(type, "type");
			Objects.requireNonNull(target, "target");
			sameAs = List.copyOf(sameAs);
		}

	}

	/**
	 * A relation to a book or a game.
	 *
	 * @param type what the target is to this anime
	 * @param target the target's page
	 * @param title its title
	 * @param format what the provider says it is ({@code MANGA}, {@code NOVEL})
	 */
	public record ToSource(RelationType type, URI target, @Nullable String title, @Nullable String format) {

		public ToSource {
			Objects.requireNonNull(type, "type");
			Objects.requireNonNull(target, "target");
		}

	}

}
