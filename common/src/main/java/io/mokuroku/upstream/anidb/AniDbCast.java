package io.mokuroku.upstream.anidb;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.Labels;
import io.mokuroku.upstream.NameFacts;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.PersonFacts;
import io.mokuroku.upstream.StaffFacts;

/**
 * What AniDB says of characters and people. All voices are Japanese ones.
 */
final class AniDbCast {

	/** Creators of these sorts are companies. */
	static final String ANIMATION = "Animation Work";

	static final String FINANCE = "Work";

	private static final String CHARACTER = "1";

	private static final Set<String> THINGS = Set.of("2", "3", "4", "5", "6", "7");

	private final Notes notes;

	AniDbCast(Notes notes) {
		this.notes = notes;
	}

	/** Organisations and vessels stand in the same list and are left out. */
	List<CharacterFacts> characters(AniDbElement anime) {
		List<CharacterFacts> characters = new ArrayList<>();
		for (AniDbElement character : anime.items("characters", "character")) {
			String sort = character.child("charactertype").map((type) -> type.attribute("id")).orElse(CHARACTER);
			if (!THINGS.contains(sort)) {
				character(character).ifPresentOrElse(characters::add,
						() -> this.notes.add("character", character.attribute("id")));
			}
		}
		return characters;
	}

	/** One row for each person, who has an element for every position. */
	List<StaffFacts> staff(AniDbElement anime) {
		Map<URI, StaffFacts> byPerson = new LinkedHashMap<>();
		for (AniDbElement creator : anime.items("creators", "name")) {
			String position = creator.attribute("type");
			if (!position.equals(ANIMATION) && !position.equals(FINANCE)) {
				person(creator).ifPresentOrElse((person) -> byPerson.merge(person.page(),
						new StaffFacts(person, List.of(position)), StaffFacts::with),
						() -> this.notes.add("person", creator.attribute("id")));
			}
		}
		return List.copyOf(byPerson.values());
	}

	/** The page of something with an id. */
	static Optional<URI> page(String kind, AniDbElement element) {
		return element.hasId() ? Optional.of(URI.create("https://anidb.net/" + kind + "/" + element.attribute("id")))
				: Optional.empty();
	}

	private Optional<CharacterFacts> character(AniDbElement character) {
		String name = character.textOf("name");
		Optional<URI> page = page("character", character);
		if (name == null || page.isEmpty()) {
			return Optional.empty();
		}
		List<CharacterFacts.Voice> voices = character.children("seiyuu")
			.stream()
			.map(AniDbCast::person)
			.flatMap(Optional::stream)
			.map((person) -> new CharacterFacts.Voice(person, "ja"))
			.toList();
		return Optional.of(new CharacterFacts(Provider.ANIDB, page.get(), List.of(), NameFacts.of(name),
				Labels.ROLE.of(character.attribute("type"), this.notes), voices, null, new CharacterFacts.Details(
						character.textOf("description"), character.textOf("gender"), null, null, null, null)));
	}

	private static Optional<PersonFacts> person(AniDbElement element) {
		String name = element.words();
		return (name == null) ? Optional.empty() : page("creator", element)
			.map((page) -> new PersonFacts(Provider.ANIDB, page, NameFacts.of(name), null, PersonFacts.Details.NONE));
	}

}
