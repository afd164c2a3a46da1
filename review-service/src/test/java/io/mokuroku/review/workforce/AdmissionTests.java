package io.mokuroku.review.workforce;

import java.util.List;

import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class AdmissionTests {

	private final Workforce workforce = new StoredWorkforce(LocalEngines.start().dynamo());

	@Test
	void letsEverybodyDoWhatTheirRoleIs() {
		Reviewer lead = this.workforce.invite(WorkforceContract.aName(), Role.LEAD);
		Reviewer reviewer = this.workforce.invite(WorkforceContract.aName(), Role.REVIEWER);
		Admission admission = new Admission(this.workforce, false);
		assertThat(admission.findRole(lead.id(), List.of())).hasValue(Role.LEAD);
		assertThat(admission.findRole(reviewer.id(), List.of(Admission.MANAGE))).as("a scope makes nobody a lead")
			.hasValue(Role.REVIEWER);
	}

	@Test
	void letsNewcomersInWhereTheyMayCome() {
		assertThat(new Admission(this.workforce, true).findRole("new", List.of())).hasValue(Role.REVIEWER);
		assertThat(new Admission(this.workforce, true).findRole("new", List.of(Admission.MANAGE))).hasValue(Role.LEAD);
		assertThat(new Admission(this.workforce, false).findRole("new", List.of(Admission.MANAGE))).isEmpty();
	}

	@Test
	void keepsOutWhoWasRemoved() {
		Reviewer lead = this.workforce.invite(WorkforceContract.aName(), Role.LEAD);
		this.workforce.remove(lead.id());
		assertThat(new Admission(this.workforce, true).findRole(lead.id(), List.of(Admission.MANAGE))).isEmpty();
	}

}
