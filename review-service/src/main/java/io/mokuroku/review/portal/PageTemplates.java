package io.mokuroku.review.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import liqp.Template;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.filters.Filter;

/**
 * The pages, as Liquid templates. Whatever {@code {{ }}} prints is escaped for HTML,
 * unless its last filter is {@code skip_autoescape}: the engine does not escape, so every
 * output tag gets the filter while its template is read.
 */
final class PageTemplates {

	private static final String FOLDER = "/io/mokuroku/review/portal/";

	private static final Pattern OUTPUT = Pattern.compile("\\{\\{(-?)(.*?)(-?)}}", Pattern.DOTALL);

	/** Tags that print without braces, and so would print unescaped. */
	private static final Pattern PRINTING_TAG = Pattern.compile("\\{%-?\\s*(echo|cycle|liquid|raw|include|render)\\b");

	private static final String TRUSTED = "skip_autoescape";

	private static final Pattern ENDS_TRUSTED = Pattern.compile("\\|\\s*" + TRUSTED + "$");

	private final TemplateParser parser = new TemplateParser.Builder().withFilter(new EscapeHtml())
		.withFilter(new PassOn())
		.build();

	private final Template layout = read("layout");

	private final Map<String, Template> pages = new HashMap<>();

	PageTemplates() {
		for (String page : new String[] { "queue", "task", "message" }) {
			this.pages.put(page, read(page));
		}
	}

	/**
	 * Renders a page inside the layout.
	 * @param page its name
	 * @param model what its template may print
	 */
	String render(String page, Map<String, Object> model) {
		String content = Objects.requireNonNull(this.pages.get(page), page).render(model);
		Map<String, Object> outer = new HashMap<>(model);
		outer.put("content", content);
		return this.layout.render(outer);
	}

	Template parse(String source) {
		if (PRINTING_TAG.matcher(source).find()) {
			throw new IllegalArgumentException("A template may print with {{ }} only");
		}
		return this.parser.parse(escaped(source));
	}

	private static String escaped(String source) {
		return OUTPUT.matcher(source).replaceAll((output) -> {
			String expression = output.group(2).strip();
			String safe = ENDS_TRUSTED.matcher(expression).find() ? expression : expression + " | escape_html";
			return Matcher.quoteReplacement("{{" + output.group(1) + " " + safe + " " + output.group(3) + "}}");
		});
	}

	private Template read(String name) {
		try (InputStream template = PageTemplates.class.getResourceAsStream(FOLDER + name + ".liquid")) {
			return parse(new String(Objects.requireNonNull(template, name).readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String escapeHtml(String text) {
		StringBuilder escaped = new StringBuilder(text.length() + 16);
		text.chars().forEach((unit) -> {
			switch (unit) {
				case '&' -> escaped.append("&amp;");
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '"' -> escaped.append("&quot;");
				case '\'' -> escaped.append("&#39;");
				case '`' -> escaped.append("&#96;");
				default -> escaped.append((char) unit);
			}
		});
		return escaped.toString();
	}

	private static final class EscapeHtml extends Filter {

		private EscapeHtml() {
			super("escape_html");
		}

		@Override
		public Object apply(Object value, TemplateContext context, Object... parameters) {
			return (value == null) ? "" : escapeHtml(asString(value, context));
		}

	}

	private static final class PassOn extends Filter {

		private PassOn() {
			super(TRUSTED);
		}

		@Override
		public Object apply(Object value, TemplateContext context, Object... parameters) {
			return value;
		}

	}

}
