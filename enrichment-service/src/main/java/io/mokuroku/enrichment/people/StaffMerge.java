package io.mokuroku.enrichment.people;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.correction.CrewCorrections;
import io.mokuroku.catalogue.StaffMember.Role;
import io.mokuroku.enrichment.text.PlainText;
import io.mokuroku.upstream.PersonFacts;
import io.mokuroku.upstream.StaffFacts;
import org.jspecify.annotations.Nullable;

/**
 * One crew of many. There is less to know people by than characters, so their names must
 * be more alike.
 */
public final class StaffMerge {

	private static final double ENOUGH = 0.95;

	private static final double DOUBTFUL = 0.88;

	private StaffMerge() {
	}

	/**
	 * Merges.
	 * @param animeId the anime
	 * @param said what providers list, in any order
	 * @param known the staff the catalogue has, whose identities stay
	 * @param corrections what people want otherwise
	 */
	public static Crew merge(AnimeId animeId, Collection<StaffFacts> said, List<StaffMember> known,
			CrewCorrections corrections) {
		Map<Integer, Map<URI, List<StaffFacts>>> byProvider = new TreeMap<>();
		said.stream()
			.filter((facts) -> corrections.lists(facts.person().page()))
			.sorted(Comparator.comparing((StaffFacts facts) -> facts.person().page(), Pages.BEST_FIRST)
				.thenComparing((facts) -> facts.positions().toString()))
			.forEach((facts) -> byProvider
				.computeIfAbsent(Pages.rank(facts.person().provider()), (rank) -> new LinkedHashMap<>())
				.computeIfAbsent(facts.person().page(), (page) -> new ArrayList<>())
				.add(facts));
		Joining<StaffFacts> joining = new Joining<>(ENOUGH, DOUBTFUL);
		byProvider.values()
			.forEach((people) -> joining.add(people.values().stream().map(StaffMerge::somebody).toList()));
		Pages pages = new Pages();
		known.stream()
			.sorted(Comparator.comparing((StaffMember member) -> member.personId().toString()))
			.forEach((member) -> pages.known(member.personId(), member.links()));
		List<StaffMember> staff = joining.all()
			.stream()
			.map((one) -> member(animeId, one.said(), pages))
			.sorted(StaffMember.BY_DEPARTMENT)
			.toList();
		return new Crew(corrected(animeId, staff, corrections), joining.doubts());
	}

	/** A crew as people want it. */
	public static List<StaffMember> corrected(AnimeId animeId, List<StaffMember> staff, CrewCorrections corrections) {
		return corrections.on(animeId, staff, StaffRoles::of);
	}

	/** A provider may list a person once for each position. */
	private static Somebody<StaffFacts> somebody(List<StaffFacts> rows) {
		PersonFacts person = rows.getFirst().person();
		Somebody<StaffFacts> one = new Somebody<>(rows.getFirst(), person.page(), List.of(), person.name());
		rows.stream().skip(1).forEach((row) -> one.said().add(row));
		return one;
	}

	private static StaffMember member(AnimeId animeId, List<StaffFacts> said, Pages pages) {
		List<URI> links = Pages.sorted(said.stream().map((facts) -> facts.person().page()).toList());
		List<PersonFacts> people = said.stream().map(StaffFacts::person).toList();
		return new StaffMember(animeId, pages.identity(links, AnimeId::person), people.getFirst().name().display(),
				first(people, (person) -> person.name().nativeName()), roles(said),
				new StaffMember.Person(first(people, PersonFacts::image),
						first(people, (person) -> PlainText.of(person.details().bio())),
						first(people, (person) -> person.details().born()),
						first(people, (person) -> person.details().homeTown()),
						first(people, (person) -> person.details().gender()),
						people.stream()
							.map((person) -> person.details().occupations())
							.filter((occupations) -> !occupations.isEmpty())
							.findFirst()
							.orElse(List.of()),
						first(people, (person) -> person.details().favourites()),
						first(people, (person) -> person.details().bloodType()),
						people.stream()
							.map((person) -> person.details().yearsActive())
							.filter((years) -> !years.isEmpty())
							.findFirst()
							.orElse(List.of())),
				links);
	}

	/**
	 * Each role once, with its note if any provider has one; what is known stands first.
	 */
	private static List<Role> roles(List<StaffFacts> said) {
		Map<String, Role> roles = new LinkedHashMap<>();
		for (StaffFacts facts : said) {
			for (String position : facts.positions()) {
				Role role = StaffRoles.of(position);
				String key = role.role().equals("OTHER") ? role.raw() : role.role();
				roles.merge(key, role, (first, second) -> (first.note() != null) ? first : second);
			}
		}
		return roles.values().stream().sorted(Comparator.comparing(Role::department)).toList();
	}

	private static <T> @Nullable T first(List<PersonFacts> people, Function<PersonFacts, @Nullable T> member) {
		for (PersonFacts person : people) {
			T value = member.apply(person);
			if (value != null) {
				return value;
			}
		}
		return null;
	}

}
