package io.mokuroku.catalogue;

import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The identity of an anime: minted once from its best link and never changed afterwards.
 *
 * @param value a version 5 UUID
 */
public record AnimeId(UUID value) implements Comparable<AnimeId> {

	public AnimeId {
		Objects.requireNonNull(value, "value");
	}

	/**
	 * Mints the identity that a set of links stands for. The same links give the same id,
	 * in any order.
	 * @throws IllegalArgumentException if there is no link
	 */
	public static AnimeId mintedFrom(Collection<SourceLink> links) {
		return mintedFrom(primary(links));
	}

	/**
	 * Mints the identity of one link: version 5 UUID of {@code anime:<canonical link>}.
	 */
	public static AnimeId mintedFrom(SourceLink link) {
		return new AnimeId(NameUuid.of("anime:" + link.canonical()));
	}

	/**
	 * Mints another identity of one link, where the first belongs to somebody else:
	 * version 5 UUID of {@code anime:<canonical link>#<attempt>}.
	 * @param attempt from 2
	 */
	public static AnimeId mintedFrom(SourceLink link, int attempt) {
		if (attempt < 2) {
			throw new IllegalArgumentException("The first identity of a link has no number");
		}
		return new AnimeId(NameUuid.of("anime:" + link.canonical() + "#" + attempt));
	}

	/**
	 * The link an identity is minted from: the provider of highest priority, its smallest
	 * number.
	 * @throws IllegalArgumentException if there is no link
	 */
	public static SourceLink primary(Collection<SourceLink> links) {
		if (links.isEmpty()) {
			throw new IllegalArgumentException("An identity needs at least one source link");
		}
		return Collections.min(links);
	}

	/**
	 * Reads the canonical text form.
	 * @throws IllegalArgumentException if the text is no UUID of 36 characters
	 */
	@JsonCreator
	public static AnimeId of(String text) {
		UUID uuid = UUID.fromString(text);
		if (text.length() != 36) {
			throw new IllegalArgumentException("Not a UUID of 36 characters");
		}
		return new AnimeId(uuid);
	}

	/** The identity of one of this anime's episodes. */
	public UUID episode(EpisodeNumber number) {
		return NameUuid.of("episode:" + this + ":" + number);
	}

	/**
	 * The identity of a character that has a page of its own.
	 * @param canonicalLink the page, MAL before AniList before AniDB before Kitsu
	 */
	public static UUID character(URI canonicalLink) {
		return NameUuid.of("character:" + canonicalLink);
	}

	/** The identity of one of this anime's characters that has no page of its own. */
	public UUID character(String foldedName) {
		return NameUuid.of("character:" + this + ":" + foldedName);
	}

	/**
	 * The identity of a person that has a page: staff and voice actors alike.
	 * @param canonicalLink the page, MAL before AniList before AniDB
	 */
	public static UUID person(URI canonicalLink) {
		return NameUuid.of("person:" + canonicalLink);
	}

	/** The identity of a person of this anime's staff or cast that has no page. */
	public UUID person(String foldedName) {
		return NameUuid.of("person:" + this + ":" + foldedName);
	}

	/**
	 * The identity of a company, whichever anime names it.
	 * @param foldedName its name in lower case, letters and digits alone
	 */
	public static UUID company(String foldedName) {
		return NameUuid.of("company:" + foldedName);
	}

	@Override
	public int compareTo(AnimeId other) {
		return toString().compareTo(other.toString());
	}

	@JsonValue
	@Override
	public String toString() {
		return this.value.toString();
	}

}
