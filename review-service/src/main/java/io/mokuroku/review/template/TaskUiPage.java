package io.mokuroku.review.template;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of a task as Amazon A2I shows it: the same template, with the names it prints
 * taken from the input of the human loop, inside the form that A2I sends. A2I escapes
 * what a template prints and knows {@code skip_autoescape}, as our own engine does. The
 * template learns from {@code a2i} that it needs no form of its own.
 */
final class TaskUiPage {

	/** How long SageMaker lets a page be, in characters. */
	static final int LONGEST = 128_000;

	private static final String CROWD = "https://assets.crowd.aws/crowd-html-elements.js";

	/** A name at the root of what a template prints, asks for or walks through. */
	private static final Pattern NAME = Pattern.compile("(?<![\\w.'\"])([a-zA-Z_][a-zA-Z0-9_]*)");

	private static final Pattern EXPRESSION = Pattern.compile("\\{\\{(.*?)}}|\\{%(.*?)%}", Pattern.DOTALL);

	/** Words of Liquid, and what the page sets itself. */
	private static final Set<String> KEPT = Set.of("a2i", "task", "if", "elsif", "else", "endif", "unless", "endunless",
			"case", "when", "endcase", "for", "in", "endfor", "break", "continue", "reversed", "limit", "offset",
			"assign", "capture", "endcapture", "comment", "endcomment", "increment", "decrement", "tablerow",
			"endtablerow", "forloop", "and", "or", "contains", "true", "false", "nil", "null", "empty", "blank");

	private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");

	private TaskUiPage() {
	}

	static String of(TemplateFamily family) {
		String task = family.find("task" + TemplateFamily.LIQUID).orElseThrow();
		StringBuilder page = new StringBuilder("<script src=\"" + CROWD + "\"></script>\n");
		page.append("{% assign a2i = true %}\n");
		names(task).forEach((name) -> page.append("{%% assign %1$s = task.input.%1$s %%}\n".formatted(name)));
		family.files().forEach((name, source) -> {
			if (name.endsWith(".css")) {
				page.append("<style>\n").append(source).append("</style>\n");
			}
		});
		return page.append("<crowd-form answer-format=\"flatten-objects\">\n")
			.append(task)
			.append("\n</crowd-form>\n")
			.toString();
	}

	private static SortedSet<String> names(String template) {
		SortedSet<String> names = new TreeSet<>();
		Matcher expressions = EXPRESSION.matcher(template);
		while (expressions.find()) {
			Matcher words = NAME.matcher(TEXT.matcher(expressions.group()).replaceAll("''"));
			while (words.find()) {
				if (!KEPT.contains(words.group(1))) {
					names.add(words.group(1));
				}
			}
		}
		return names;
	}

}
