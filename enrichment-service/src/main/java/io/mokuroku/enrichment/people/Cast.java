package io.mokuroku.enrichment.people;

import java.util.List;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.upstream.CharacterFacts;

/**
 * The characters of an anime.
 *
 * @param characters the most important first
 * @param doubts how many may be the same as another one
 * @param said what providers say of them, from which they can be joined anew
 */
public record Cast(List<AnimeCharacter> characters, int doubts, List<CharacterFacts> said) {

	public Cast {
		characters = List.copyOf(characters);
		said = List.copyOf(said);
	}

}
