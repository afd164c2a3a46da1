package io.mokuroku.review.template;

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
 * A family of templates, ready to print. Whatever {@code {{ }}} prints is escaped for
 * HTML, unless its last filter is {@code skip_autoescape}: the engine does not escape, so
 * every output tag gets the filter while its template is read. Pages know the address of
 * their style sheets and scripts as {@code files}.
 */
final class LiquidPages {

	/** Where style sheets and scripts are: before the version and the name. */
	static final String FILES = "/portal/files/";

	static final String LAYOUT = "layout";

	private static final int MOST_TURNS_OF_LOOPS = 500_000;

	private static final int LONGEST_PAGE = 8 * 1024 * 1024;

	private static final Pattern OUTPUT = Pattern.compile("\\{\\{(-?)(.*?)(-?)}}", Pattern.DOTALL);

	/** Tags that print without braces, and so would print unescaped. */
	private static final Pattern PRINTING_TAG = Pattern.compile("\\{%-?\\s*(echo|cycle|liquid|raw|include|render)\\b");

	private static final String TRUSTED = "skip_autoescape";

	private static final Pattern ENDS_TRUSTED = Pattern.compile("\\|\\s*" + TRUSTED + "$");

	private static final TemplateParser PARSER = new TemplateParser.Builder().withFilter(new EscapeHtml())
		.withFilter(new PassOn())
		.withMaxIterations(MOST_TURNS_OF_LOOPS)
		.withMaxSizeRenderedString(LONGEST_PAGE)
		.build();

	private final String files;

	private final Map<String, Template> pages = new HashMap<>();

	/**
	 * Reads every template of a family.
	 * @throws RuntimeException if one cannot be read
	 */
	LiquidPages(TemplateFamily family) {
		this.files = FILES + family.version();
		family.files().forEach((name, source) -> {
			if (name.endsWith(TemplateFamily.LIQUID)) {
				this.pages.put(name.substring(0, name.length() - TemplateFamily.LIQUID.length()), parse(source));
			}
		});
	}

	boolean has(String page) {
		return this.pages.containsKey(page);
	}

	/**
	 * Renders a page inside the layout.
	 * @param page its name
	 * @param model what its template may print
	 */
	String render(String page, Map<String, Object> model) {
		Map<String, Object> outer = new HashMap<>(model);
		outer.put("files", this.files);
		outer.put("content", print(page, outer));
		return print(LAYOUT, outer);
	}

	private String print(String page, Map<String, Object> model) {
		return Objects.requireNonNull(this.pages.get(page), page).render(model);
	}

	static Template parse(String source) {
		if (PRINTING_TAG.matcher(source).find()) {
			throw new IllegalArgumentException("A template may print with {{ }} only");
		}
		return PARSER.parse(escaped(source));
	}

	private static String escaped(String source) {
		return OUTPUT.matcher(source).replaceAll((output) -> {
			String expression = output.group(2).strip();
			String safe = ENDS_TRUSTED.matcher(expression).find() ? expression : expression + " | escape_html";
			return Matcher.quoteReplacement("{{" + output.group(1) + " " + safe + " " + output.group(3) + "}}");
		});
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
