package io.mokuroku.review.workforce;

import java.security.Principal;
import java.time.Duration;
import java.util.Map;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.review.Reviews;
import io.mokuroku.review.task.Claims;
import io.mokuroku.review.task.TestTasks;
import io.mokuroku.web.ApiProblem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is refused for good is no fault of the service.
 */
final class ReviewersControllerTests {

	private static final CognitoFake COGNITO = new CognitoFake();

	private static final CognitoIdentityProviderClient CLIENT = COGNITO.http
		.client(CognitoIdentityProviderClient.builder());

	private final Workforce people = new CognitoWorkforce(CLIENT, CognitoFake.POOL,
			Map.of(Role.REVIEWER, "reviewers", Role.LEAD, "leads"));

	private final Principal lead = () -> "lead";

	@AfterAll
	static void stop() {
		CLIENT.close();
		COGNITO.http.close();
	}

	@Test
	void doesNotKnowWhoCannotBeThere() {
		ReviewersController controller = controller(Workteam.NONE);
		refused(404, () -> controller.remove("nobody", this.lead));
		refused(404, () -> controller.remove("ha na", this.lead));
	}

	@Test
	void tellsThatTheWorkteamIsRefused() {
		Reviewer hana = this.people.invite(WorkforceContract.aName(), Role.REVIEWER);
		ReviewersController controller = controller(() -> {
			throw new PermanentFailure("workteam_refused", "SageMaker refuses the workteam");
		});
		refused(409, () -> controller.invite(new InvitationRequest(hana.name(), Role.REVIEWER), this.lead));
		refused(409, () -> controller.remove(hana.id(), this.lead));
	}

	private static void refused(int status, Runnable call) {
		assertThatExceptionOfType(ApiProblem.class).isThrownBy(call::run).returns(status, ApiProblem::status);
	}

	private ReviewersController controller(Workteam team) {
		Claims claims = new Claims(TestTasks.onDynamo(), () -> Reviews.ASKED, Duration.ofHours(1));
		return new ReviewersController(new ManageWorkforce(this.people, team, claims));
	}

}
