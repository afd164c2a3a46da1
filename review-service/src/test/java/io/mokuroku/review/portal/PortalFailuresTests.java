package io.mokuroku.review.portal;

import io.mokuroku.review.template.TestTemplates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class PortalFailuresTests {

	private final PortalFailures failures = new PortalFailures(TestTemplates.unreachable());

	@Test
	void tellsPeopleToTryAgainWhenTheReviewsCannotBeReached() {
		assertThat(this.failures.page("/portal/tasks/x", 503, "id-7")).contains("<h1>Please try again in a moment</h1>",
				"incident id-7");
	}

	@Test
	void namesAnIncidentOnlyWhereItIsOurFault() {
		assertThat(this.failures.page("/portal", 500, "id-7")).contains("incident id-7");
		assertThat(this.failures.page("/portal", 404, "id-7")).doesNotContain("id-7");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/reviews", "/portals", "/actuator/health", "/" })
	void leavesProgramsAlone(String path) {
		assertThat(this.failures.page(path, 404, "id")).isNull();
	}

}
