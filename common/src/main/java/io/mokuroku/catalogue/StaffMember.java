package io.mokuroku.catalogue;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A person who worked on an anime.
 *
 * @param animeId the anime
 * @param personId minted from the person's best page, or from the name
 * @param name in the order given name, family name
 * @param nameNative the name in the original script
 * @param roles what the person did, each once, the most telling first
 * @param person who it is
 * @param links the person's pages, the most trusted first
 */
public record StaffMember(AnimeId animeId, UUID personId, String name, @Nullable String nameNative,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Role> roles, Person person,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<URI> links) {

	/** By department of the first role, then by name. */
	public static final Comparator<StaffMember> BY_DEPARTMENT = Comparator.comparing(
			(StaffMember member) -> member.roles.isEmpty() ? Department.OTHER : member.roles.getFirst().department())
		.thenComparing(StaffMember::name)
		.thenComparing((member) -> member.personId().toString());

	@SuppressWarnings("NullAway") // what is empty is not stored
	public StaffMember {
		Objects.requireNonNull(animeId, "animeId");
		Objects.requireNonNull(personId, "personId");
		Objects.requireNonNull(name, "name");
		roles = (roles != null) ? List.copyOf(roles) : List.of();
		person = (person != null) ? person : Person.NONE;
		links = (links != null) ? List.copyOf(links) : List.of();
	}

	/**
	 * What a person did.
	 *
	 * @param role the canonical name (DIRECTOR, CHARACTER_DESIGN, …, OTHER)
	 * @param department where that belongs
	 * @param raw as the provider writes it
	 * @param note the episodes it was done for, as written
	 */
	public record Role(String role, Department department, String raw, @Nullable String note) {

		public Role {
			Objects.requireNonNull(role, "role");
			Objects.requireNonNull(department, "department");
			Objects.requireNonNull(raw, "raw");
		}

	}

	/**
	 * Who a person is.
	 *
	 * @param image a picture
	 * @param bio plain text
	 * @param birthDate as written, sometimes without a year
	 * @param homeTown as written
	 * @param gender as written
	 * @param occupations in the provider's words
	 * @param favourites how many name the person a favourite
	 * @param bloodType as written
	 * @param yearsActive the first and, if it is over, the last year of work
	 */
	public record Person(@Nullable URI image, @Nullable String bio, @Nullable String birthDate,
			@Nullable String homeTown, @Nullable String gender,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> occupations, @Nullable Long favourites,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String bloodType,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> yearsActive) {

		/** Nothing known. */
		public static final Person NONE = new Person(null, null, null, null, null, List.of(), null, null, List.of());

		@SuppressWarnings("NullAway") // an empty list is not stored
		public Person {
			occupations = (occupations != null) ? List.copyOf(occupations) : List.of();
			yearsActive = (yearsActive != null) ? List.copyOf(yearsActive) : List.of();
		}

	}

}
