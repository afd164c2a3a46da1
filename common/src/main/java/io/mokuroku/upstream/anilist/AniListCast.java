package io.mokuroku.upstream.anilist;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.Dates;
import io.mokuroku.upstream.Labels;
import io.mokuroku.upstream.Languages;
import io.mokuroku.upstream.NameFacts;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.PersonFacts;
import io.mokuroku.upstream.StaffFacts;
import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * What AniList says of characters and people. Its names stand given name first.
 */
final class AniListCast {

	private final Notes notes;

	AniListCast(Notes notes) {
		this.notes = notes;
	}

	List<CharacterFacts> characters(List<AniListPerson.Edge> edges) {
		return edges.stream().map(this::character).flatMap(Optional::stream).toList();
	}

	/** One row for each person, who has an edge for every position. */
	List<StaffFacts> staff(List<AniListPerson.Edge> edges) {
		Map<URI, StaffFacts> byPerson = new LinkedHashMap<>();
		for (AniListPerson.Edge edge : edges) {
			String role = Values.text(edge.role());
			person(edge.node()).ifPresent((person) -> byPerson.merge(person.page(),
					new StaffFacts(person, (role != null) ? List.of(role) : List.of()), StaffFacts::with));
		}
		return List.copyOf(byPerson.values());
	}

	private Optional<CharacterFacts> character(AniListPerson.Edge edge) {
		AniListPerson node = edge.node();
		NameFacts name = name(node);
		Long id = (node != null) ? Values.positive(node.id()) : null;
		if (node == null || name == null || id == null) {
			this.notes.add("character", (node != null) ? String.valueOf(node.id()) : "");
			return Optional.empty();
		}
		List<CharacterFacts.Voice> voices = new ArrayList<>();
		for (AniListPerson actor : Values.<AniListPerson>each(edge.voiceActors())) {
			String language = Languages.named(actor.languageV2(), this.notes);
			person(actor).ifPresent((person) -> voices.add(new CharacterFacts.Voice(person, language)));
		}
		return Optional.of(new CharacterFacts(Provider.ANILIST, URI.create("https://anilist.co/character/" + id),
				List.of(), name, Labels.ROLE.of(edge.role(), this.notes), voices, image(node),
				new CharacterFacts.Details(Values.text(node.description()), Values.text(node.gender()),
						Values.text(node.age()), born(node), Values.text(node.bloodType()), node.favourites())));
	}

	private Optional<PersonFacts> person(@Nullable AniListPerson node) {
		NameFacts name = name(node);
		Long id = (node != null) ? Values.positive(node.id()) : null;
		if (node == null || name == null || id == null) {
			this.notes.add("person", (node != null) ? String.valueOf(node.id()) : "");
			return Optional.empty();
		}
		return Optional
			.of(new PersonFacts(Provider.ANILIST, URI.create("https://anilist.co/staff/" + id), name, image(node),
					new PersonFacts.Details(Values.text(node.description()), Values.text(node.gender()), born(node),
							Values.text(node.homeTown()), Values.text(node.bloodType()),
							Values.texts(node.primaryOccupations()), Values.<Integer>each(node.yearsActive()),
							node.favourites())));
	}

	/** Some people have a native name alone. */
	private static @Nullable NameFacts name(@Nullable AniListPerson person) {
		AniListPerson.Name name = (person != null) ? person.name() : null;
		if (name == null) {
			return null;
		}
		String parts = Stream.of(Optional.ofNullable(name.first()), Optional.ofNullable(name.last()))
			.flatMap(Optional::stream)
			.collect(Collectors.joining(" "));
		String full = Stream.of(name.full(), parts, name.nativeName())
			.map(Values::text)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		return (full != null) ? new NameFacts(full, full, Values.text(name.nativeName()),
				Values.texts(name.alternative()), Values.texts(name.alternativeSpoiler())) : null;
	}

	private static @Nullable URI image(AniListPerson person) {
		URI address = (person.image() != null) ? Values.webAddress(person.image().large()) : null;
		return (address != null && address.getPath().endsWith("/default.jpg")) ? null : address;
	}

	private static @Nullable String born(AniListPerson person) {
		AniListMedia.FuzzyDate date = person.dateOfBirth();
		return (date != null) ? Dates.birthday(date.year(), date.month(), date.day()) : null;
	}

}
