package io.mokuroku.review;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.template.TemplateFamily;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.ReviewsApi.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Templates of pages: deployed, shown, and taken back, while tasks keep what they had.
 */
@ReviewServiceTest
final class TemplatesApiTests {

	private static final String ALL = "/v1/review-templates";

	private final MockMvcTester http;

	private final ReviewTasks tasks;

	private final AnimeStore store;

	private final InstantSource clock;

	private final String builtIn;

	TemplatesApiTests(MockMvcTester http, ReviewTasks tasks, AnimeStore store, InstantSource clock,
			TemplateFamily builtIn) {
		this.http = http;
		this.tasks = tasks;
		this.store = store;
		this.clock = clock;
		this.builtIn = builtIn.version().value();
	}

	@BeforeEach
	@AfterEach
	void showTheBuild() {
		assertThat(post(ALL + "/" + this.builtIn + "/show", "")).hasStatusOk();
	}

	@Test
	void letsATaskKeepThePageItBeganWith() throws Exception {
		ReviewTask before = ask("templates-before");
		String second = deploy("second");
		assertThat(second).isNotEqualTo(this.builtIn);
		assertThat(page(before)).doesNotContain("version: second");
		assertThat(post(ALL + "/" + second + "/show", "")).hasStatusOk();
		ReviewTask after = ask("templates-after");
		assertThat(page(before)).doesNotContain("version: second");
		assertThat(page(after)).contains("version: second", "/portal/files/" + second + "/portal.css");
		assertThat(post(ALL + "/roll-back", "")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.data.id")
			.isEqualTo(this.builtIn);
		assertThat(page(after)).contains("version: second");
		assertThat(page(ask("templates-back"))).doesNotContain("version: second");
	}

	@Test
	void tellsWhatIsDeployedAndWhatWasShown() throws Exception {
		String version = deploy("listed");
		assertThat(get(ALL)).hasStatusOk()
			.bodyJson()
			.extractingPath("$.data[?(@.id == '" + version + "')].attributes.deployedBy")
			.isEqualTo(List.of("ada"));
		assertThat(get(ALL)).bodyJson().extractingPath("$.meta.history[0].version").isEqualTo(this.builtIn);
		assertThat(get(ALL + "/" + version)).hasStatusOk()
			.bodyJson()
			.extractingPath("$.data.attributes.files['task.liquid']")
			.asString()
			.contains("version: listed");
	}

	@Test
	void knowsTheSameFilesAgain() throws Exception {
		assertThat(deploy("again")).isEqualTo(deploy("again"));
	}

	@Test
	void showsAnEntryBeforeAnybodyElseSeesThePage() throws Exception {
		AnimeEntry entry = Entries.aDraft("Previewed & found", "MYANIMELIST#777001");
		this.store.add(List.of(entry));
		String version = deploy("preview");
		MvcTestResult shown = get(ALL + "/" + version + "/preview?animeId=" + entry.id());
		assertThat(shown).hasStatusOk().hasContentType("text/html;charset=UTF-8");
		assertThat(shown.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
		assertThat(shown.getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("version: preview",
				"<h1>Previewed &amp; found</h1>");
		refused(get(ALL + "/" + version + "/preview?animeId=" + entry.id() + "&page=x"), HttpStatus.BAD_REQUEST,
				"invalid_parameter");
	}

	@Test
	void refusesWhatCannotBeShown() {
		MvcTestResult answer = post(ALL, body("<script>alert(1)</script>"));
		refused(answer, HttpStatus.BAD_REQUEST, "invalid_field");
		assertThat(answer).bodyJson().extractingPath("$.errors[0].source.pointer").isEqualTo("/files/task.liquid");
		refused(post(ALL, "{\"files\":{\"../x.liquid\":\"\"}}"), HttpStatus.BAD_REQUEST, "invalid_field");
		refused(post(ALL + "/00112233445566778899aabbccddeeff/show", ""), HttpStatus.NOT_FOUND, "templates_not_found");
	}

	@Test
	void isForLeadsOnly() {
		refused(this.http.get().uri(ALL).header("Authorization", "Bearer reviews.read+reviews.decide").exchange(),
				HttpStatus.FORBIDDEN, "insufficient_scope");
	}

	private String deploy(String name) throws Exception {
		MvcTestResult answer = post(ALL, body("<!-- version: " + name + " -->"));
		assertThat(answer.getResponse().getStatus()).isIn(200, 201);
		return read(answer, "$.data.id");
	}

	/** The page of the build with something added. */
	private String body(String addition) {
		String task = read(get(ALL + "/" + this.builtIn), "$.data.attributes.files['task.liquid']");
		return JsonMapper.shared().writeValueAsString(Map.of("files", Map.of("task.liquid", task + addition)));
	}

	private ReviewTask ask(String execution) {
		AnimeEntry entry = Entries.aDraft("Templates", "MYANIMELIST#" + (execution.hashCode() & 0xFFFFFF));
		Instant now = this.clock.instant();
		ReviewTask task = Reviews.asked(aQuestion(execution, entry.id()), now);
		this.tasks.save(task);
		return task;
	}

	private String page(ReviewTask task) throws Exception {
		MvcTestResult answer = this.http.get()
			.uri("/portal/tasks/" + task.id())
			.with(user("ada").authorities(AuthorityUtils.createAuthorityList("SCOPE_reviews.read")))
			.exchange();
		assertThat(answer).hasStatusOk();
		return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

	private MvcTestResult get(String path) {
		return this.http.get().uri(URI.create(path)).header("Authorization", "Bearer reviews.manage").exchange();
	}

	private MvcTestResult post(String path, String body) {
		return this.http.post()
			.uri(URI.create(path))
			.header("Authorization", "Bearer reviews.manage")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private static String read(MvcTestResult answer, String path) {
		Object found = JsonPath.read(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8),
				path);
		return (found instanceof List<?> list) ? String.valueOf(list.getFirst()) : String.valueOf(found);
	}

}
