package io.mokuroku.review.workforce;

import java.util.UUID;

import io.mokuroku.message.RetryableFailure;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What every place that keeps reviewers does.
 */
interface WorkforceContract {

	Workforce workforce();

	Workforce unreachable();

	/** Nobody else has this name. */
	static String aName() {
		return "hana." + UUID.randomUUID() + "@example.org";
	}

	@Test
	default void findsWhomItInvited() {
		Reviewer hana = workforce().invite(aName(), Role.REVIEWER);
		assertThat(hana.role()).isEqualTo(Role.REVIEWER);
		assertThat(hana.active()).isTrue();
		assertThat(workforce().find(hana.id())).hasValue(hana);
		assertThat(workforce().all()).contains(hana);
	}

	@Test
	default void doesNotFindWhoWasNeverInvited() {
		assertThat(workforce().find("nobody")).isEmpty();
	}

	@Test
	default void givesAnotherRoleToWhomIsInvitedAgain() {
		String name = aName();
		Reviewer before = workforce().invite(name, Role.REVIEWER);
		Reviewer lead = workforce().invite(name, Role.LEAD);
		assertThat(lead).isEqualTo(new Reviewer(before.id(), name, Role.LEAD, true));
		assertThat(workforce().find(lead.id())).hasValue(lead);
		assertThat(workforce().all()).filteredOn((each) -> each.id().equals(lead.id())).containsExactly(lead);
		assertThat(workforce().invite(name, Role.REVIEWER).role()).isEqualTo(Role.REVIEWER);
	}

	@Test
	default void remembersWhomItRemoved() {
		Reviewer hana = workforce().invite(aName(), Role.LEAD);
		Reviewer other = workforce().invite(aName(), Role.REVIEWER);
		assertThat(workforce().remove(hana.id())).isTrue();
		assertThat(workforce().find(hana.id())).hasValueSatisfying((removed) -> assertThat(removed.active()).isFalse());
		assertThat(workforce().all()).contains(other).noneMatch((each) -> each.id().equals(hana.id()));
		assertThat(workforce().remove(hana.id())).isFalse();
	}

	@Test
	default void takesBackWhomItRemoved() {
		Reviewer hana = workforce().invite(aName(), Role.LEAD);
		workforce().remove(hana.id());
		assertThat(workforce().invite(hana.name(), Role.REVIEWER))
			.isEqualTo(new Reviewer(hana.id(), hana.name(), Role.REVIEWER, true));
		assertThat(workforce().find(hana.id())).hasValueSatisfying((back) -> assertThat(back.active()).isTrue());
	}

	@Test
	default void saysWhenItCannotBeReached() {
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> unreachable().find("hana"));
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> unreachable().all());
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> unreachable().invite(aName(), Role.REVIEWER));
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> unreachable().remove("hana"));
	}

}
