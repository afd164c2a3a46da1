package io.mokuroku.review.portal;

import java.time.InstantSource;
import java.util.Objects;

import io.mokuroku.review.ReviewServiceTest;
import io.mokuroku.review.cost.ReportReviews;
import io.mokuroku.review.template.DeployTemplates;
import io.mokuroku.review.template.PreviewTemplates;
import io.mokuroku.review.workforce.ManageWorkforce;
import io.mokuroku.review.workforce.Role;
import io.mokuroku.review.workforce.Workforces;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What those who lead are told when nobody can be removed as they ask.
 */
@ReviewServiceTest
final class LeadControllerTests {

	private final ManageWorkforce workforce;

	private final DeployTemplates templates;

	private final PreviewTemplates preview;

	private final ReportReviews reports;

	private final Pages pages;

	private final InstantSource clock;

	LeadControllerTests(ManageWorkforce workforce, DeployTemplates templates, PreviewTemplates preview,
			ReportReviews reports, Pages pages, InstantSource clock) {
		this.workforce = workforce;
		this.templates = templates;
		this.preview = preview;
		this.reports = reports;
		this.pages = pages;
		this.clock = clock;
	}

	@Test
	void tellsThatTheWorkteamKeepsWhomItRemoved() {
		String kim = this.workforce.invite("kim", Role.REVIEWER, "lena").id();
		Document page = refused(HttpStatus.CONFLICT, Workforces.refusedByItsTeam(), kim);
		assertThat(page.select("[role=alert]").text()).isEqualTo("SageMaker refuses the workteam");
		assertThat(page.select("tbody th").eachText()).as("out all the same").doesNotContain("kim");
	}

	@Test
	void doesNotKnowWhoWasNeverInvited() {
		Document page = refused(HttpStatus.NOT_FOUND, Workforces.ofNobody(), "nobody");
		assertThat(page.select("[role=alert]").text()).isEqualTo("There is no such reviewer.");
	}

	private Document refused(HttpStatus status, ManageWorkforce of, String id) {
		ResponseEntity<String> answer = new LeadController(of, this.templates, this.preview, this.reports, this.pages,
				this.clock)
			.remove(id, () -> "lena", new MockHttpServletRequest());
		assertThat(answer.getStatusCode()).isEqualTo(status);
		return Jsoup.parse(Objects.requireNonNull(answer.getBody()));
	}

}
