package io.mokuroku.upstream.jikan;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.Labels;
import io.mokuroku.upstream.Languages;
import io.mokuroku.upstream.NameFacts;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.PersonFacts;
import io.mokuroku.upstream.PersonNames;
import io.mokuroku.upstream.StaffFacts;
import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * What Jikan says of characters and people. Their pages are written without the name that
 * follows the number, because names change.
 */
final class JikanCast {

	private final Notes notes;

	JikanCast(Notes notes) {
		this.notes = notes;
	}

	List<CharacterFacts> characters(JikanPeople.Characters answer) {
		return Values.<JikanPeople.Item>each(answer.data())
			.stream()
			.map(this::character)
			.flatMap(Optional::stream)
			.toList();
	}

	List<StaffFacts> staff(JikanPeople.Staff answer) {
		return Values.<JikanPeople.Member>each(answer.data())
			.stream()
			.map((member) -> person(member.person())
				.map((person) -> new StaffFacts(person, Values.texts(member.positions()))))
			.flatMap(Optional::stream)
			.toList();
	}

	private Optional<CharacterFacts> character(JikanPeople.Item item) {
		JikanPeople.Somebody character = item.character();
		return identity(character).map((its) -> new CharacterFacts(Provider.MYANIMELIST, page("character", its.id()),
				List.of(), its.name(), Labels.ROLE.of(item.role(), this.notes), voices(item), its.image(),
				new CharacterFacts.Details(null, null, null, null, null, item.favorites())));
	}

	private List<CharacterFacts.Voice> voices(JikanPeople.Item item) {
		return Values.<JikanPeople.Voice>each(item.voiceActors())
			.stream()
			.map((voice) -> person(voice.person())
				.map((person) -> new CharacterFacts.Voice(person, Languages.named(voice.language(), this.notes))))
			.flatMap(Optional::stream)
			.toList();
	}

	private Optional<PersonFacts> person(JikanPeople.@Nullable Somebody person) {
		return identity(person).map((its) -> new PersonFacts(Provider.MYANIMELIST, page("people", its.id()), its.name(),
				its.image(), PersonFacts.Details.NONE));
	}

	private Optional<Identity> identity(JikanPeople.@Nullable Somebody somebody) {
		Long id = (somebody != null) ? Values.positive(somebody.malId()) : null;
		String name = (somebody != null) ? Values.text(somebody.name()) : null;
		if (somebody == null || id == null || name == null) {
			this.notes.add("person", (somebody != null) ? String.valueOf(somebody.malId()) : "");
			return Optional.empty();
		}
		return Optional.of(new Identity(id, PersonNames.familyFirst(name), JikanMedia.image(somebody.images())));
	}

	private static URI page(String kind, long id) {
		return URI.create("https://myanimelist.net/" + kind + "/" + id);
	}

	private record Identity(long id, NameFacts name, @Nullable URI image) {
	}

}
