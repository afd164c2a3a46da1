package io.mokuroku.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.query.ParsedQuestion.Kind;
import io.mokuroku.search.query.ParsedQuestion.Part;
import org.jspecify.annotations.Nullable;

/**
 * A question while it is taken apart. Where something was taken out, a bar is left, over
 * which no rule reads.
 */
final class ParsedText {

	private static final String BAR = " | ";

	/** Each title costs several queries; what is named beyond is ignored. */
	private static final int MOST_UNLIKED = 5;

	private String text;

	private AnimeFilter filter = AnimeFilter.NONE;

	private @Nullable String like;

	private final List<String> unlike = new ArrayList<>();

	private final List<Part> parts = new ArrayList<>();

	ParsedText(String text) {
		this.text = text;
	}

	ParsedText copy() {
		ParsedText copy = new ParsedText(this.text);
		copy.filter = this.filter;
		copy.like = this.like;
		copy.unlike.addAll(this.unlike);
		copy.parts.addAll(this.parts);
		return copy;
	}

	/** Takes out what a pattern finds. */
	void take(Pattern pattern, Consumer<MatchResult> each) {
		takeIf(pattern, (found) -> {
			each.accept(found);
			return true;
		});
	}

	/** Takes out what a pattern finds, where something could be made of it. */
	void takeIf(Pattern pattern, Predicate<MatchResult> each) {
		Matcher matcher = pattern.matcher(this.text);
		StringBuilder left = new StringBuilder();
		int from = 0;
		for (boolean more = matcher.find(); more;) {
			int next = matcher.start() + 1;
			if (each.test(matcher.toMatchResult())) {
				left.append(this.text, from, matcher.start()).append(BAR);
				from = matcher.end();
				next = from;
			}
			more = next <= this.text.length() && matcher.find(next);
		}
		this.text = left.append(this.text.substring(from)).toString().replaceAll(" {2,}", " ");
	}

	void understood(Kind kind, String words, String value, AnimeFilter meant) {
		this.parts.add(new Part(kind, words.strip(), value));
		this.filter = this.filter.and(meant);
	}

	void like(String title) {
		this.like = title;
		this.parts.add(new Part(Kind.LIKE, title, title));
	}

	void unlike(String title) {
		if (this.unlike.size() == MOST_UNLIKED) {
			return;
		}
		this.unlike.add(title);
		this.parts.add(new Part(Kind.UNLIKE, title, title));
	}

	AnimeFilter filter() {
		return this.filter;
	}

	@Nullable String liked() {
		return this.like;
	}

	List<String> unliked() {
		return this.unlike;
	}

	List<Part> parts() {
		return this.parts;
	}

	/** What was not taken out. */
	String rest() {
		return this.text.replace("|", " ")
			.replaceAll("\\s+", " ")
			.replaceAll("^[\\s,;:.-]+|[\\s,;:.-]+$", "")
			.replaceAll("^(?:but|and|with|that is|that are|,) ", "")
			.replaceAll(" (?:but|and|with|by|from|in|,)$", "");
	}

}
