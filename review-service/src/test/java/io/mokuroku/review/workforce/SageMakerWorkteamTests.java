package io.mokuroku.review.workforce;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.review.AwsFake;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class SageMakerWorkteamTests {

	private static final String UPDATE = "SageMaker.UpdateWorkteam";

	@Test
	void makesTheTeamOfTheGroups() {
		AtomicReference<JsonNode> asked = new AtomicReference<>();
		try (AwsFake sageMaker = AwsFake.start()) {
			sageMaker.on(UPDATE, (ask) -> {
				asked.set(ask);
				return AwsFake.Reply.ok(Map.of("Workteam", Map.of("WorkteamName", "reviewers")));
			});
			team(sageMaker.client(SageMakerClient.builder())).enlist();
		}
		assertThat(asked.get()).isEqualTo(JsonMapper.shared().readTree("""
				{"WorkteamName":"reviewers","MemberDefinitions":[
				{"CognitoMemberDefinition":{"UserPool":"pool","UserGroup":"reviewers","ClientId":"client"}},
				{"CognitoMemberDefinition":{"UserPool":"pool","UserGroup":"leads","ClientId":"client"}}]}"""));
	}

	@Test
	void tellsFailuresThatPassFromThoseThatDoNot() {
		try (AwsFake sageMaker = AwsFake.start()) {
			Workteam team = team(sageMaker.client(SageMakerClient.builder()));
			sageMaker.on(UPDATE, (_) -> AwsFake.Reply.failure(400, "ThrottlingException"));
			assertThatExceptionOfType(RetryableFailure.class).isThrownBy(team::enlist);
			sageMaker.on(UPDATE, (_) -> AwsFake.Reply.failure(400, "ValidationException"));
			assertThatExceptionOfType(PermanentFailure.class).isThrownBy(team::enlist)
				.returns("workteam_refused", PermanentFailure::code);
		}
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> team(AwsFake.unreachable(SageMakerClient.builder())).enlist());
	}

	private static Workteam team(SageMakerClient client) {
		return new SageMakerWorkteam(client, "reviewers", "pool", "client", List.of("reviewers", "leads"));
	}

}
