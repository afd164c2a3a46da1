package io.mokuroku.review.template;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

final class CheckFamilyTests {

	private static final String TASK = "<form><i name=\"decision\"></i><i name=\"version\"></i><i name=\"_csrf\"></i></form>";

	private static final TemplateFamily GOOD = new TemplateFamily(Map.of("layout.liquid",
			"<link href=\"{{ files }}/portal.css\"><main>{{ content | skip_autoescape }}</main>", "task.liquid",
			"<h1>{{ title }}</h1>" + TASK, "portal.css", "h1 { color: #222 }"));

	private final CheckFamily check = new CheckFamily(new Titles(), false);

	@Test
	void findsNoFaultWithAFamilyThatKeepsTheRules() {
		assertThat(this.check.check(GOOD)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', value = { "<script>alert(1)</script>~must not contain scripts",
			"<script src=\"https://example.org/x.js\"></script>~must load scripts from",
			"<script src='{{ title }}'></script>~must load scripts from",
			"<SCRIPT async SRC=//example.org/x.js></SCRIPT>~must load scripts from",
			"<link rel=\"stylesheet\" href=\"https://example.org/x.css\">~must load style sheets from",
			"<img src=x onerror=\"alert(1)\">~must not contain scripts in attributes",
			"<a href=\"JavaScript:alert(1)\">x</a>~must not contain addresses",
			"<iframe src=\"/\"></iframe>~must not embed", "<base href=\"https://example.org\">~must not embed",
			"<style>@import 'x'</style>~must not load anything",
			"<p style=\"background: url(https://example.org/x.png)\">~must not load anything",
			"{{ title | skip_autoescape }}~may use skip_autoescape", "{% echo title %}~cannot be read",
			"{% if title %}~cannot be read", "{% for x in (1..900000) %}{{ x }}{% endfor %}~cannot be rendered" })
	void refusesWhatCouldHarmOrFail(String addition, String rule) {
		assertThat(this.check.check(with("task.liquid", "<h1>{{ title }}</h1>" + TASK + addition)))
			.extracting(Fault::file, (fault) -> fault.rule().startsWith(rule))
			.containsExactly(tuple("task.liquid", true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "decision", "version", "_csrf" })
	void refusesATaskNobodyCouldDecide(String field) {
		assertThat(this.check.check(with("task.liquid", TASK.replace(field, "x")))).hasSize(1);
	}

	@Test
	void refusesAPageOfTemplatesWhereNobodyCouldRollBack() {
		TemplateFamily builtIn = new TemplateConfiguration().builtInTemplates();
		CheckFamily page = new CheckFamily(new Titles("templates"), false);
		assertThat(page.check(builtIn)).isEmpty();
		TemplateFamily stuck = new TemplateFamily(Map.of("templates.liquid", "<h1>{{ title }}</h1>")).orElse(builtIn);
		assertThat(page.check(stuck)).extracting(Fault::file).containsExactly("templates.liquid");
	}

	@Test
	void limitsWhatBecomesAPageOfA2i() {
		TemplateFamily large = with("portal.css", "x".repeat(TaskUiPage.LONGEST));
		assertThat(this.check.check(large)).isEmpty();
		CheckFamily forTaskUis = new CheckFamily(new Titles(), true);
		assertThat(forTaskUis.check(large)).extracting(Fault::file).containsExactly("task.liquid");
		assertThat(forTaskUis.check(GOOD)).isEmpty();
		assertThat(forTaskUis.check(with("portal.js", "x".repeat(TaskUiPage.LONGEST)))).as("A2I loads no scripts")
			.isEmpty();
	}

	@Test
	void loadsItsOwnScripts() {
		TemplateFamily scripted = with("portal.js", "let x = 1;").orElse(GOOD);
		assertThat(this.check.check(new TemplateFamily(Map.of("layout.liquid",
				"<script src=\"{{ files }}/portal.js\" defer></script>{{ content | skip_autoescape }}"))
			.orElse(scripted))).isEmpty();
	}

	@Test
	void wantsEveryPage() {
		assertThat(this.check.check(new TemplateFamily(Map.of("task.liquid", TASK))))
			.containsExactly(new Fault("layout.liquid", "is missing"));
	}

	@Test
	void limitsTheSize() {
		assertThat(this.check.check(with("portal.css", "x".repeat(TemplateFamily.LARGEST)))).hasSize(1);
	}

	@Test
	void knowsFilesByTheirContent() {
		assertThat(with("portal.css", "h1 { color: #222 }").version()).isEqualTo(GOOD.version());
		assertThat(with("portal.css", "h1 { color: #223 }").version()).isNotEqualTo(GOOD.version());
		assertThat(with("other.css", "").version()).isNotEqualTo(GOOD.version());
	}

	private static TemplateFamily with(String file, String source) {
		return new TemplateFamily(Map.of(file, source)).orElse(GOOD);
	}

	/**
	 * Pages that print a title.
	 */
	private static final class Titles implements SamplePages {

		private final Set<String> pages;

		private Titles(String... pages) {
			this.pages = (pages.length > 0) ? Set.of(pages) : Set.of("task");
		}

		@Override
		public Set<String> pages() {
			return this.pages;
		}

		@Override
		public Map<String, Object> model(String page, AnimeEntry proposed) {
			return Map.of("title", proposed.titles().main(), "list", List.of());
		}

	}

}
