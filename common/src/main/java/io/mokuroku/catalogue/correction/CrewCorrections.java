package io.mokuroku.catalogue.correction;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.StaffMember.Role;
import io.mokuroku.catalogue.correction.PartEdits.StaffRow;
import org.jspecify.annotations.Nullable;

/**
 * What people have corrected in a crew so far.
 *
 * @param fixes what was written, by the id of the person
 * @param unlisted pages of people who had no part in it
 */
public record CrewCorrections(Map<String, StaffFix> fixes, Set<URI> unlisted) {

	/** Nothing was corrected. */
	public static final CrewCorrections NONE = new CrewCorrections(Map.of(), Set.of());

	@SuppressWarnings("NullAway") // JSON may leave out what is empty
	public CrewCorrections {
		fixes = (fixes != null) ? Collections.unmodifiableMap(new TreeMap<>(fixes)) : Map.of();
		unlisted = (unlisted != null) ? Collections.unmodifiableSet(new TreeSet<>(unlisted)) : Set.of();
	}

	/** The same and what was corrected later, in the crew that came of these. */
	CrewCorrections and(AnimeId animeId, List<StaffMember> shown, List<StaffRow> rows) {
		Map<String, StaffFix> fixed = new HashMap<>(this.fixes);
		Set<URI> gone = new HashSet<>(this.unlisted);
		for (StaffRow row : rows) {
			String id = (row.person() != null) ? row.person() : added(animeId, row);
			if (row.isRemoved()) {
				fixed.remove(id);
				shown.stream()
					.filter((member) -> member.personId().toString().equals(id))
					.forEach((member) -> gone.addAll(member.links()));
			}
			else {
				fixed.merge(id, new StaffFix(row.name(), row.roles(), row.person() == null), StaffFix::and);
			}
		}
		return new CrewCorrections(fixed, gone);
	}

	private static String added(AnimeId animeId, StaffRow row) {
		return animeId.person(Objects.requireNonNullElse(row.name(), "").strip().toLowerCase(Locale.ROOT)).toString();
	}

	/** Whether a page belongs to somebody who made it. */
	public boolean lists(URI page) {
		return !this.unlisted.contains(page);
	}

	/**
	 * A crew as people wrote it, with those who were missing, without those who had no
	 * part in it.
	 * @param role what somebody did, from words
	 */
	public List<StaffMember> on(AnimeId animeId, List<StaffMember> crew, Function<String, Role> role) {
		List<StaffMember> all = new ArrayList<>();
		Set<String> present = new HashSet<>();
		for (StaffMember member : crew) {
			String id = member.personId().toString();
			boolean leftOut = !member.links().isEmpty() && member.links().stream().noneMatch(this::lists);
			StaffFix fix = this.fixes.get(id);
			if (!leftOut && (fix != null || !member.links().isEmpty())) {
				all.add((fix != null) ? fix.on(member, role) : member);
				present.add(id);
			}
		}
		this.fixes.forEach((id, fix) -> {
			if (fix.added() && fix.name() != null && present.add(id)) {
				all.add(fix.on(new StaffMember(animeId, UUID.fromString(id), fix.name(), null, List.of(),
						StaffMember.Person.NONE, List.of()), role));
			}
		});
		all.sort(StaffMember.BY_DEPARTMENT);
		return List.copyOf(all);
	}

	/**
	 * What a person wrote about somebody; what is absent is left to sources.
	 *
	 * @param name the name
	 * @param roles what they did, in words
	 * @param added whether no source names them
	 */
	public record StaffFix(@Nullable String name, @Nullable List<String> roles, boolean added) {

		StaffFix and(StaffFix later) {
			return new StaffFix((later.name != null) ? later.name : this.name,
					(later.roles != null) ? later.roles : this.roles, this.added || later.added);
		}

		StaffMember on(StaffMember member, Function<String, Role> role) {
			return new StaffMember(member.animeId(), member.personId(), (this.name != null) ? this.name : member.name(),
					member.nameNative(), (this.roles != null) ? this.roles.stream().map(role).toList() : member.roles(),
					member.person(), member.links());
		}

	}

}
