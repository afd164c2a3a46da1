package io.mokuroku.review.workforce;

import java.util.Collection;
import java.util.List;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.MemberDefinition;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

/**
 * A private workteam of SageMaker, made of the groups of a Cognito user pool.
 */
final class SageMakerWorkteam implements Workteam {

	private final SageMakerClient sageMaker;

	private final String name;

	private final List<MemberDefinition> members;

	/**
	 * A workteam.
	 * @param name its name
	 * @param pool the user pool of its workforce
	 * @param clientId the client of that pool which workers sign in to
	 * @param groups who belongs to it
	 */
	SageMakerWorkteam(SageMakerClient sageMaker, String name, String pool, String clientId, Collection<String> groups) {
		this.sageMaker = sageMaker;
		this.name = name;
		this.members = groups.stream()
			.map((group) -> MemberDefinition.builder()
				.cognitoMemberDefinition((member) -> member.userPool(pool).userGroup(group).clientId(clientId))
				.build())
			.toList();
	}

	@Override
	public void enlist() {
		try {
			this.sageMaker.updateWorkteam((update) -> update.workteamName(this.name).memberDefinitions(this.members));
		}
		catch (SdkClientException ex) {
			throw new RetryableFailure("SageMaker cannot be reached", ex);
		}
		catch (SageMakerException ex) {
			if (ex.isThrottlingException() || ex.statusCode() >= 500) {
				throw new RetryableFailure("SageMaker is overloaded", ex);
			}
			throw new PermanentFailure("workteam_refused", "SageMaker refuses the workteam: " + ex.getMessage(), ex);
		}
	}

}
