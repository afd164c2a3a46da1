package io.mokuroku.enrichment.people;

import java.util.List;

import io.mokuroku.catalogue.StaffMember;

/**
 * Who made an anime.
 *
 * @param staff by department
 * @param doubts how many may be the same as another one
 */
public record Crew(List<StaffMember> staff, int doubts) {

	public Crew {
		staff = List.copyOf(staff);
	}

}
