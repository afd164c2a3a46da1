package io.mokuroku.upstream.kitsu;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.Labels;
import io.mokuroku.upstream.Languages;
import io.mokuroku.upstream.NameFacts;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.PersonFacts;
import io.mokuroku.upstream.StaffFacts;
import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * What Kitsu says of characters and people. {@code malId} of a character is a safe key to
 * MyAnimeList's.
 */
final class KitsuCast {

	/** Nobody writes a longer one; splitting it would take the square of its length. */
	private static final int LONGEST_ROLE = 1_000;

	private final Notes notes;

	KitsuCast(Notes notes) {
		this.notes = notes;
	}

	List<CharacterFacts> characters(KitsuIncluded.Page page) {
		KitsuIndex included = new KitsuIndex(page.included());
		List<CharacterFacts> characters = new ArrayList<>();
		for (KitsuIncluded part : Values.<KitsuIncluded>each(page.data())) {
			Optional<CharacterFacts> character = included.followOne(part.relationships(), "character")
				.flatMap((found) -> character(found, part, included));
			character.ifPresentOrElse(characters::add, () -> this.notes.add("character", String.valueOf(part.id())));
		}
		return characters;
	}

	/** One row for each person, whose roles come in one text or in several resources. */
	List<StaffFacts> staff(List<KitsuIncluded.Page> pages) {
		Map<URI, StaffFacts> byPerson = new LinkedHashMap<>();
		for (KitsuIncluded.Page page : pages) {
			KitsuIndex included = new KitsuIndex(page.included());
			for (KitsuIncluded part : Values.<KitsuIncluded>each(page.data())) {
				List<String> positions = positions(KitsuIndex.attributes(part).role());
				person(included, part.relationships()).map((person) -> new StaffFacts(person, positions))
					.ifPresentOrElse((facts) -> byPerson.merge(facts.person().page(), facts, StaffFacts::with),
							() -> this.notes.add("person", String.valueOf(part.id())));
			}
		}
		return List.copyOf(byPerson.values());
	}

	private Optional<CharacterFacts> character(KitsuIncluded character, KitsuIncluded part, KitsuIndex included) {
		KitsuIncluded.Attributes its = KitsuIndex.attributes(character);
		Long malId = Values.positive(its.malId());
		NameFacts name = name(its);
		URI page = page("characters", character.id());
		if (name == null || page == null) {
			return Optional.empty();
		}
		return Optional.of(new CharacterFacts(Provider.KITSU, page,
				(malId != null) ? List.of(URI.create("https://myanimelist.net/character/" + malId)) : List.of(), name,
				Labels.ROLE.of(KitsuIndex.attributes(part).role(), this.notes), voices(part, included),
				KitsuRelated.address(its.image(), "original"),
				new CharacterFacts.Details(Values.text(its.description()), null, null, null, null, null)));
	}

	private List<CharacterFacts.Voice> voices(KitsuIncluded part, KitsuIndex included) {
		List<CharacterFacts.Voice> voices = new ArrayList<>();
		for (KitsuIncluded voice : included.follow(part.relationships(), "voices")) {
			String language = Languages.located(KitsuIndex.attributes(voice).locale(), this.notes);
			person(included, voice.relationships())
				.ifPresent((person) -> voices.add(new CharacterFacts.Voice(person, language)));
		}
		return voices;
	}

	private static Optional<PersonFacts> person(KitsuIndex included,
			@Nullable Map<String, KitsuIncluded.@Nullable Relationship> relationships) {
		KitsuIncluded person = included.followOne(relationships, "person").orElse(null);
		NameFacts name = (person != null) ? name(KitsuIndex.attributes(person)) : null;
		URI page = (person != null) ? page("people", person.id()) : null;
		if (person == null || name == null || page == null) {
			return Optional.empty();
		}
		KitsuIncluded.Attributes its = KitsuIndex.attributes(person);
		return Optional.of(new PersonFacts(Provider.KITSU, page, name, KitsuRelated.address(its.image(), "original"),
				PersonFacts.Details.NONE));
	}

	private static @Nullable NameFacts name(KitsuIncluded.Attributes its) {
		Map<String, @Nullable String> names = Objects.requireNonNullElse(its.names(), Map.of());
		String english = KitsuMapper.firstOf(names, "en", "en_us", "en_jp");
		String canonical = Values.text(its.canonicalName());
		String name = (canonical != null) ? canonical : (english != null) ? english : Values.text(its.name());
		return (name != null) ? new NameFacts(name, name, KitsuMapper.firstOf(names, "ja_jp"),
				Values.texts(its.otherNames()), List.of()) : null;
	}

	/** {@code Director, Key Animation (eps 1, 4)}: commas in brackets part nothing. */
	private static List<String> positions(@Nullable String role) {
		String text = Values.text(role);
		if (text == null || text.length() > LONGEST_ROLE) {
			return (text == null) ? List.of() : List.of(text);
		}
		return Values.texts(List.of(text.split(",(?![^(]*\\))")));
	}

	private static @Nullable URI page(String kind, @Nullable String id) {
		return (id != null && id.matches("\\d{1,18}")) ? URI.create("https://kitsu.app/" + kind + "/" + id) : null;
	}

}
