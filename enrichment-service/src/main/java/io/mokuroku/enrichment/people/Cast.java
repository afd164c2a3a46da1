package io.mokuroku.enrichment.people;

import java.util.List;

import io.mokuroku.catalogue.AnimeCharacter;

/**
 * The characters of an anime.
 *
 * @param characters the most important first
 * @param doubts how many may be the same as another one
 */
public record Cast(List<AnimeCharacter> characters, int doubts) {

	public Cast {
		characters = List.copyOf(characters);
	}

}
