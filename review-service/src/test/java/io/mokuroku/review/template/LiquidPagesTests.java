package io.mokuroku.review.template;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class LiquidPagesTests {

	private final LiquidPages pages = new LiquidPages(new TemplateConfiguration().builtInTemplates());

	@Test
	void printsTextAsTextOnly() {
		assertThat(print("{{ it }}", "<script>alert(\"1\")</script> & 'co' `x`"))
			.isEqualTo("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;co&#39; &#96;x&#96;");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{it}}", "{{- it -}}", "{{ it | upcase | downcase }}", "{{ it | append: '' }}",
			"{{\nit\n}}", "{% for each in list %}{{ each }}{% endfor %}", "{% assign x = it %}{{ x }}",
			"{% capture x %}{{ it }}{% endcapture %}{{ x }}", "{% if it %}{{ it }}{% endif %}", "{{ list }}",
			"{{ list | join: ',' }}", "{{ list | first }}", "{{ it | default: 'none' }}",
			"{{ it | skip_autoescape | downcase }}", "{{ 'skip_autoescape' }}{{ it }}" })
	void escapesHoweverATemplatePrints(String template) {
		assertThat(print(template, "<b>")).doesNotContain("<b>").contains("lt;b");
	}

	@Test
	void doesNotReadTextAsATemplate() {
		assertThat(print("{{ it }}", "{{ 7*7 }}{% assign x = 1 %}")).isEqualTo("{{ 7*7 }}{% assign x = 1 %}");
	}

	@Test
	void printsWhatATemplateCallsTrusted() {
		assertThat(print("{{ it | skip_autoescape }}", "<b>")).isEqualTo("<b>");
	}

	@Test
	void printsNothingForWhatIsNotThere() {
		assertThat(LiquidPages.parse("[{{ nothing }}]").render(Map.of())).isEqualTo("[]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{% echo it %}", "{%- echo it -%}", "{% cycle it, it %}", "{% include 'x' %}",
			"{% render 'x' %}", "{% liquid\necho it\n%}", "{% raw %}{{ it }}{% endraw %}", "{%\techo it %}",
			"{%\necho it %}" })
	void refusesTagsThatWouldPrintUnescaped(String template) {
		assertThatIllegalArgumentException().isThrownBy(() -> LiquidPages.parse(template));
	}

	@Test
	void putsEveryPageIntoTheLayout() {
		String page = this.pages.render("message", Map.of("heading", "<h>", "text", "<t>"));
		assertThat(page).startsWith("<!DOCTYPE html>")
			.contains("<title>&lt;h&gt; – Mokuroku reviews</title>", "<h1>&lt;h&gt;</h1>", "<p>&lt;t&gt;</p>")
			.doesNotContain("<form");
	}

	private static String print(String template, String it) {
		return LiquidPages.parse(template).render(Map.of("it", it, "list", List.of(it)));
	}

	@Test
	void areThoseOfTheBuildWhileTheDatabaseDoesNotAnswer() {
		assertThat(TestTemplates.unreachable().render("message", Map.of("heading", "h", "text", "t")))
			.contains("<h1>h</h1>");
	}

}
