package io.mokuroku.enrichment.people;

import java.net.URI;
import java.util.List;

import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.CharacterFacts.Voice;
import io.mokuroku.upstream.NameFacts;
import io.mokuroku.upstream.PersonFacts;
import io.mokuroku.upstream.StaffFacts;
import org.jspecify.annotations.Nullable;

/**
 * Characters and people as providers list them.
 */
public final class Persons {

	private Persons() {
	}

	public static CharacterFacts character(Provider provider, int number, String name, @Nullable String original,
			@Nullable CharacterRole role, Voice... voices) {
		return new CharacterFacts(provider, page(provider, "character", number), List.of(),
				new NameFacts(name, name, original, List.of(), List.of("Spoiler")), role, List.of(voices), null,
				CharacterFacts.Details.NONE);
	}

	public static CharacterFacts sameAs(CharacterFacts facts, URI page) {
		return new CharacterFacts(facts.provider(), facts.page(), List.of(page), facts.name(), facts.role(),
				facts.voices(), facts.image(), facts.details());
	}

	public static CharacterFacts detailed(CharacterFacts facts, CharacterFacts.Details details) {
		return new CharacterFacts(facts.provider(), facts.page(), facts.sameAs(), facts.name(), facts.role(),
				facts.voices(), facts.image(), details);
	}

	public static Voice voice(Provider provider, int number, String name, String language) {
		return new Voice(person(provider, number, name, null), language);
	}

	public static StaffFacts staff(Provider provider, int number, String name, @Nullable String original,
			String... positions) {
		return new StaffFacts(person(provider, number, name, original), List.of(positions));
	}

	public static PersonFacts person(Provider provider, int number, String name, @Nullable String original) {
		return new PersonFacts(provider, page(provider, "people", number),
				new NameFacts(name, name, original, List.of(), List.of()), null, PersonFacts.Details.NONE);
	}

	public static URI page(Provider provider, String what, int number) {
		String host = switch (provider) {
			case MYANIMELIST -> "myanimelist.net";
			case ANILIST -> "anilist.co";
			case KITSU -> "kitsu.app";
			default -> "anidb.net";
		};
		return URI.create("https://" + host + "/" + what + "/" + number);
	}

}
