package io.mokuroku.review.workforce;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where reviewers are kept.
 *
 * @param newcomers whether people nobody invited may review as far as their scopes allow;
 * not with Cognito, where anybody in the pool could
 * @param userPoolId the Cognito user pool whose groups they are; absent for a table of
 * our own
 * @param reviewers the group of those who review
 * @param leads the group of those who lead
 * @param workteam the workteam of Amazon A2I they make, if there is one
 * @param clientId the client of the pool that workers of A2I sign in to
 */
@Validated
@ConfigurationProperties("mokuroku.reviews.workforce")
record WorkforceSettings(@DefaultValue("true") boolean newcomers, @Nullable String userPoolId,
		@DefaultValue("reviewers") String reviewers, @DefaultValue("leads") String leads, @Nullable String workteam,
		@Nullable String clientId) {

	@AssertTrue(message = "a workteam needs a user pool and its client")
	boolean isWorkteamComplete() {
		return this.workteam == null || (this.userPoolId != null && this.clientId != null);
	}

}
