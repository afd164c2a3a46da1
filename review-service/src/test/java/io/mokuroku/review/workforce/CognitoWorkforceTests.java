package io.mokuroku.review.workforce;

import java.util.Map;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.review.AwsFake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class CognitoWorkforceTests implements WorkforceContract {

	private static final CognitoFake COGNITO = new CognitoFake();

	private static final Map<Role, String> GROUPS = Map.of(Role.REVIEWER, "reviewers", Role.LEAD, "leads");

	private static final CognitoIdentityProviderClient CLIENT = COGNITO.http
		.client(CognitoIdentityProviderClient.builder());

	@AfterAll
	static void stop() {
		CLIENT.close();
		COGNITO.http.close();
	}

	@Override
	public Workforce workforce() {
		return new CognitoWorkforce(CLIENT, CognitoFake.POOL, GROUPS);
	}

	@Override
	public Workforce unreachable() {
		return new CognitoWorkforce(AwsFake.unreachable(CognitoIdentityProviderClient.builder()), CognitoFake.POOL,
				GROUPS);
	}

	@Test
	void endsTheSessionsOfWhomItRemoves() {
		Reviewer hana = workforce().invite(WorkforceContract.aName(), Role.REVIEWER);
		assertThat(hana.id()).isNotEqualTo(hana.name());
		workforce().remove(hana.id());
		assertThat(COGNITO.signedOut()).contains(hana.id());
	}

	@Test
	void shutsTheDoorBeforeAnythingElseAndGoesOnWhereItStopped() {
		Reviewer hana = workforce().invite(WorkforceContract.aName(), Role.LEAD);
		for (String action : new String[] { "AdminUserGlobalSignOut", "AdminRemoveUserFromGroup" }) {
			COGNITO.isBroken(action, true);
			assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> workforce().remove(hana.id()));
			COGNITO.isBroken(action, false);
			assertThat(COGNITO.isEnabled(hana.id())).as(action).isFalse();
			assertThat(COGNITO.groupsOf(hana.id())).as(action).containsExactly("leads");
		}
		assertThat(COGNITO.signedOut()).contains(hana.id());
		assertThat(workforce().remove(hana.id())).as("what was left to do").isTrue();
		assertThat(COGNITO.groupsOf(hana.id())).isEmpty();
		assertThat(workforce().remove(hana.id())).isFalse();
	}

	@Test
	void listsMoreThanOnePage() {
		Reviewer one = workforce().invite(WorkforceContract.aName(), Role.REVIEWER);
		Reviewer another = workforce().invite(WorkforceContract.aName(), Role.REVIEWER);
		Reviewer lead = workforce().invite(WorkforceContract.aName(), Role.LEAD);
		assertThat(workforce().all()).contains(one, another, lead);
	}

	@Test
	void knowsNobodyOfANameThatNobodyCanHave() {
		assertThat(workforce().find("ha na")).isEmpty();
		assertThat(workforce().remove("ha na")).isFalse();
	}

	@Test
	void tellsFailuresThatPassFromThoseThatDoNot() {
		try (AwsFake cognito = AwsFake.start()) {
			Workforce workforce = new CognitoWorkforce(cognito.client(CognitoIdentityProviderClient.builder()),
					CognitoFake.POOL, GROUPS);
			String create = "AWSCognitoIdentityProviderService.AdminCreateUser";
			cognito.on(create, (_) -> AwsFake.Reply.failure(400, "TooManyRequestsException"));
			assertThatExceptionOfType(RetryableFailure.class)
				.isThrownBy(() -> workforce.invite("hana@example.org", Role.LEAD));
			cognito.on(create, (_) -> AwsFake.Reply.failure(500, "InternalErrorException"));
			assertThatExceptionOfType(RetryableFailure.class)
				.isThrownBy(() -> workforce.invite("hana@example.org", Role.LEAD));
			cognito.on(create, (_) -> AwsFake.Reply.failure(400, "InvalidParameterException"));
			assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> workforce.invite("hana", Role.LEAD))
				.returns("reviewer_refused", PermanentFailure::code);
		}
	}

}
