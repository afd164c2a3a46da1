package io.mokuroku.review;

import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.review.template.TemplateFamily;
import io.mokuroku.review.workforce.ManageWorkforce;
import io.mokuroku.review.workforce.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * The pages of those who lead reviewers.
 */
@ReviewServiceTest
final class PortalLeadTests {

	private final MockMvcTester http;

	private final ManageWorkforce workforce;

	private final TemplateFamily builtIn;

	private final EntryParts parts;

	PortalLeadTests(MockMvcTester http, ManageWorkforce workforce, TemplateFamily builtIn, EntryParts parts) {
		this.parts = parts;
		this.http = http;
		this.workforce = workforce;
		this.builtIn = builtIn;
	}

	@Test
	void invitesAndRemovesReviewers() {
		assertThat(post("/portal/lead/invite", "name", "noa", "role", "REVIEWER")).hasStatus(HttpStatus.SEE_OTHER);
		Document page = page("/portal/lead");
		assertThat(page.select("tbody th").eachText()).contains("noa");
		String id = page.select("tr:has(th:containsOwn(noa)) input[name=id]").val();
		assertThat(post("/portal/lead/remove", "id", id)).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(this.workforce.all()).noneMatch((reviewer) -> reviewer.name().equals("noa"));
	}

	@Test
	void saysWhatIsWrong() {
		assertThat(alert(post("/portal/lead/invite", "name", "<b>no</b>", "role", "LEAD")))
			.contains("nobody was invited");
		assertThat(alert(post("/portal/lead/invite", "name", "noa", "role", "OWNER"))).contains("nobody was invited");
		assertThat(alert(post("/portal/lead/remove", "id", "lena"))).contains("Nobody removes themselves");
		assertThat(alert(post("/portal/lead/templates/show", "version", "x"))).contains("no templates of this version");
	}

	@Test
	void showsWhichTemplatesAreShown() {
		String version = this.builtIn.version().toString();
		assertThat(post("/portal/lead/templates/show", "version", version)).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(page("/portal/lead/templates").select("tr:has(td:containsOwn(shown now)) th").eachText())
			.containsExactly(version);
	}

	@Test
	void showsAPageOfTemplatesBeforeAnybodyElse() {
		AnimeEntry proposal = Entries.aDraft("Mienai <Mori>", "MYANIMELIST#77001");
		this.parts.putProposal(proposal);
		String address = "/portal/lead/templates/preview?version=" + this.builtIn.version() + "&animeId="
				+ proposal.id();
		MvcTestResult answer = this.http.get().uri(address).with(lena()).exchange();
		assertThat(answer).hasStatusOk();
		assertThat(answer.getResponse().getHeader("Content-Security-Policy")).contains("sandbox", "default-src 'none'");
		assertThat(HtmlPages.read(answer).select("h1").text()).isEqualTo("Mienai <Mori>");
		assertThat(page(address + "&page=queue").text()).contains("Mienai <Mori>");
		assertThat(alert(this.http.get().uri(address + "&page=nothing").with(lena()).exchange())).contains("no such");
		assertThat(alert(this.http.get().uri(address + "0").with(lena()).exchange())).contains("no such");
		assertThat(this.http.get().uri(address).with(ada())).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(page("/portal/lead/templates").select("#page option").eachText()).contains("task", "report");
	}

	@Test
	void reportsWhatPeopleWereAsked() {
		Document report = page("/portal/lead/report?days=7");
		assertThat(report.select("h2").eachText()).containsExactly("In numbers", "Why people were asked",
				"What they decided");
		assertThat(report.select("tbody th").eachText()).contains("Questions asked", "Left today",
				"Waiting for budget");
		assertThat(report.select("#days").val()).isEqualTo("7");
		assertThat(page("/portal/lead/report?days=x").select("#days").val()).isEqualTo("30");
		assertThat(this.http.get().uri("/portal/lead/report").with(ada())).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void letsInOnlyThoseWhoLead() {
		assertThat(this.http.get().uri("/portal/lead").with(ada())).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.http.post().uri("/portal/lead/invite").with(ada()).with(csrf()).param("name", "eve"))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.http.post().uri("/portal/lead/invite").with(lena()).param("name", "eve"))
			.as("without the token of a form")
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(HtmlPages.read(this.http.get().uri("/portal").with(ada()).exchange()).select("a[href=/portal/lead]"))
			.isEmpty();
		assertThat(page("/portal").select("a[href=/portal/lead]")).hasSize(1);
	}

	@Test
	void letsALeadInOnlyWithTheScopeOfThoseWhoLead() {
		String lou = this.workforce.invite("lou", Role.LEAD, "lena").id();
		RequestPostProcessor withoutScope = with(lou, "reviews.read", "reviews.decide");
		assertThat(this.http.get().uri("/portal/lead").with(withoutScope)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.http.post().uri("/portal/lead/templates/roll-back").with(withoutScope).with(csrf()))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(HtmlPages.read(this.http.get().uri("/portal").with(withoutScope).exchange())
			.select("a[href=/portal/lead]")).isEmpty();
		assertThat(this.http.get().uri("/portal/lead").with(with(lou, "reviews.manage"))).hasStatusOk();
		this.workforce.remove(lou, "lena");
	}

	private Document page(String path) {
		MvcTestResult answer = this.http.get().uri(path).with(lena()).exchange();
		assertThat(answer).hasStatusOk();
		return HtmlPages.read(answer);
	}

	private MvcTestResult post(String path, String... fields) {
		var request = this.http.post()
			.uri(path)
			.with(lena())
			.with(csrf())
			.contentType(MediaType.APPLICATION_FORM_URLENCODED);
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	private static String alert(MvcTestResult answer) {
		assertThat(answer.getResponse().getStatus()).isBetween(400, 409);
		return HtmlPages.read(answer).select("[role=alert]").text();
	}

	private static RequestPostProcessor ada() {
		return with("ada", "reviews.read", "reviews.decide");
	}

	private static RequestPostProcessor lena() {
		return with("lena", "reviews.read", "reviews.decide", "reviews.manage");
	}

	private static RequestPostProcessor with(String name, String... scopes) {
		return user(name)
			.authorities(Stream.of(scopes).map((scope) -> new SimpleGrantedAuthority("SCOPE_" + scope)).toList());
	}

}
