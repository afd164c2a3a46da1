package io.mokuroku.search.anime;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.StaffMember.Person;
import io.mokuroku.catalogue.StaffMember.Role;
import io.mokuroku.search.answer.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A person who worked on an anime, as clients see them.
 *
 * @param name in the order given name, family name
 * @param nameNative the name in the original script
 * @param roles what the person did
 * @param person who it is
 * @param links the person's pages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StaffDetails(String name, @Nullable String nameNative, List<Role> roles, Person person, List<URI> links) {

	static Resource<StaffDetails> resource(StaffMember member) {
		StaffDetails details = new StaffDetails(member.name(), member.nameNative(), member.roles(), member.person(),
				member.links());
		return new Resource<>("person", member.personId().toString(), details, null);
	}

}
