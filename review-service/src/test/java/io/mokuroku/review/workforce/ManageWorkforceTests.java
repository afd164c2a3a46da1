package io.mokuroku.review.workforce;

import java.time.Duration;
import java.util.Map;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.review.Reviews;
import io.mokuroku.review.task.Claims;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TestTasks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import static io.mokuroku.review.Reviews.anOpenTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class ManageWorkforceTests {

	private static final CognitoFake COGNITO = new CognitoFake();

	private static final CognitoIdentityProviderClient CLIENT = COGNITO.http
		.client(CognitoIdentityProviderClient.builder());

	private final Workforce people = new CognitoWorkforce(CLIENT, CognitoFake.POOL,
			Map.of(Role.REVIEWER, "reviewers", Role.LEAD, "leads"));

	private final ReviewTasks tasks = TestTasks.onDynamo();

	private final Claims claims = new Claims(this.tasks, () -> Reviews.ASKED, Duration.ofHours(1));

	private final ManageWorkforce workforce = new ManageWorkforce(this.people, Workteam.NONE, this.claims);

	private final Reviewer lead = this.people.invite(WorkforceContract.aName(), Role.LEAD);

	@AfterAll
	static void stop() {
		CLIENT.close();
		COGNITO.http.close();
	}

	@Test
	void letsNobodyTakeTheLeadFromThemselves() {
		for (String me : new String[] { this.lead.name(), this.lead.id() }) {
			assertThatExceptionOfType(PermanentFailure.class)
				.isThrownBy(() -> this.workforce.invite(me, Role.REVIEWER, this.lead.id()))
				.returns("own_role", PermanentFailure::code);
		}
		assertThat(this.people.find(this.lead.id())).hasValue(this.lead);
		assertThat(this.workforce.invite(this.lead.name(), Role.LEAD, this.lead.id())).isEqualTo(this.lead);
		assertThatExceptionOfType(PermanentFailure.class).as("one who came by themselves")
			.isThrownBy(() -> this.workforce.invite("newcomer", Role.REVIEWER, "newcomer"));
	}

	@Test
	void letsAnotherLeadDoSo() {
		Reviewer other = this.people.invite(WorkforceContract.aName(), Role.LEAD);
		assertThat(this.workforce.invite(this.lead.name(), Role.REVIEWER, other.id()).role()).isEqualTo(Role.REVIEWER);
	}

	@Test
	void letsNobodyRemoveThemselvesWhateverTheyCallThemselves() {
		for (String me : new String[] { this.lead.name(), this.lead.id() }) {
			assertThat(this.workforce.remove(me, this.lead.id())).isInstanceOf(RemovalOutcome.OneSelf.class);
		}
		assertThat(this.people.find(this.lead.id())).hasValue(this.lead);
	}

	@Test
	void givesBackTheClaimsOfWhomItRemovesByAddress() {
		Reviewer hana = this.people.invite(WorkforceContract.aName(), Role.REVIEWER);
		ReviewTask task = anOpenTask("manage-workforce-" + hana.id());
		this.tasks.save(task);
		this.claims.claim(task.id(), hana.id());
		assertThat(this.workforce.remove(hana.name(), this.lead.id())).isEqualTo(new RemovalOutcome.Removed(1));
		assertThat(this.tasks.find(task.id()).orElseThrow().claim()).isNull();
		assertThat(this.workforce.remove("nobody", this.lead.id())).isInstanceOf(RemovalOutcome.Unknown.class);
	}

}
