package io.mokuroku.review;

import java.util.Map;

import io.mokuroku.review.task.ReviewTask;
import org.jsoup.nodes.Document;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.LinkedMultiValueMap;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * The form under a review, in one session of Ada's browser.
 *
 * @param http the portal
 * @param session the session
 */
record ReviewForm(MockMvcTester http, MockHttpSession session) {

	/** The page of a review. */
	Document page(ReviewTask task) {
		return HtmlPages
			.read(this.http.get().uri("/portal/tasks/" + task.id()).session(this.session).with(reviewer()).exchange());
	}

	/** Sends a decision. */
	MvcTestResult send(ReviewTask task, Document page, Map<String, String> typed) {
		return post(task, "decision", page, typed);
	}

	MvcTestResult post(ReviewTask task, String what, Document page, Map<String, String> typed) {
		return post(task, what, filled(page, typed));
	}

	MvcTestResult post(ReviewTask task, String what, LinkedMultiValueMap<String, String> fields) {
		return this.http.post()
			.uri("/portal/tasks/" + task.id() + "/" + what)
			.session(this.session)
			.with(reviewer())
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.params(fields)
			.exchange();
	}

	/** Every field of the page's form as it stands there, but for what was typed. */
	static LinkedMultiValueMap<String, String> filled(Document page, Map<String, String> typed) {
		LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		page.select("form.decision")
			.forms()
			.getFirst()
			.formData()
			.forEach((field) -> fields.add(field.key(), field.value()));
		typed.forEach(fields::set);
		return fields;
	}

	static RequestPostProcessor reviewer() {
		return user("ada")
			.authorities(AuthorityUtils.createAuthorityList("SCOPE_reviews.read", "SCOPE_reviews.decide"));
	}

}
