package io.mokuroku.search.query;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.mokuroku.search.index.Vocabulary;

/**
 * Takes English questions apart into a title to be like, titles and subjects to be
 * without, filters, and what is left. Words for subjects, and studios of one word, are
 * filters only where nothing is left that describes the anime and no title is named to be
 * like; elsewhere they are hints, because few anime have all the tags that fit them.
 */
final class QuestionParser {

	private static final Pattern LIKE = Pattern.compile("(?:^|(?<=[\\s,]))(?:(?:something|anything|anime|shows?|series"
			+ "|movies?|more) )*(?:similar to|such as|in the (?:style|vein|spirit) of|reminds me of|like) (?<title>[^,|]+?)"
			+ "(?= but\\b| without\\b| except\\b| with (?:an?|more|less|no)\\b| that\\b| set in\\b| where\\b|[,|]|$)");

	private static final Pattern WITHOUT = Pattern.compile("(?:^|(?<=[|,])|(?<=[|,] )|(?<=\\bbut )|(?<=\\band )"
			+ "|(?<=\\bwith ))(?:no|nothing (?:like|from)|not) (?<names>[^|]+?)(?= (?:but|by|from|with|in|that)\\b|[|]|$)"
			+ "|\\b(?:without|except(?: for)?|excluding|other than|but not) (?:any )?(?<others>[^|]+?)(?= (?:but|by|from|with|in|that)\\b|[|]|$)");

	private static final Pattern NO_SUBJECT = Pattern
		.compile("\\b(?:no|not|non)(?: by| from)? (?<name>[a-z][a-z -]+?)(?=[,|]|$)");

	private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s*(?:,|\\bor\\b|\\band\\b|\\bnor\\b)\\s*");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

	/** Says nothing of an anime. */
	private static final Set<String> FILLERS = Set.of("a", "an", "the", "anime", "animes", "show", "shows", "series",
			"some", "any", "good", "best", "great", "me", "i", "want", "looking", "for", "find", "recommend",
			"something", "anything", "with", "by", "from", "that", "are", "is", "in", "of", "and", "or", "to", "watch",
			"please", "but", "more", "than", "which", "have", "has", "no", "list", "all", "give", "made", "studio",
			"only", "new", "it", "was", "were", "one", "ones", "titles", "cartoon", "cartoons", "what", "can", "you",
			"my", "popular");

	private final SubjectWords words;

	QuestionParser(Vocabulary vocabulary) {
		this.words = new SubjectWords(vocabulary);
	}

	/**
	 * Takes a question apart.
	 * @param title whether words name a title
	 */
	ParsedQuestion parse(String question, Predicate<String> title) {
		ParsedText text = takenApart(question, title);
		ParsedText filters = text.copy();
		this.words.takeSubjects(filters);
		boolean described = text.liked() != null || !onlyFillers(filters.rest());
		return parsed(question, described ? text : filters);
	}

	/** The same with subjects as hints, whatever else is asked. */
	ParsedQuestion described(String question, Predicate<String> title) {
		return parsed(question, takenApart(question, title));
	}

	private ParsedText takenApart(String question, Predicate<String> title) {
		String folded = Normalizer.normalize(question, Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.replace('’', '\'')
			.replace('|', ' ')
			.replaceAll("[–—]", "-")
			.replaceAll("[?!]+(?=\\s|$)", "")
			.replaceAll("\\s+", " ")
			.strip();
		ParsedText text = new ParsedText(folded);
		FilterWords.YEARS.forEach((rule) -> rule.apply(text));
		FilterWords.NUMBERS.forEach((rule) -> rule.apply(text));
		text.take(LIKE, (found) -> text.like(found.group("title").strip()));
		without(text, title);
		FilterWords.NAMES.forEach((rule) -> rule.apply(text));
		this.words.takeStudios(text);
		return text;
	}

	private static ParsedQuestion parsed(String question, ParsedText text) {
		if (text.parts().isEmpty()) {
			return ParsedQuestion.plain(question);
		}
		String rest = onlyFillers(text.rest()) ? "" : text.rest();
		return new ParsedQuestion(rest, text.filter(), text.liked(), text.unliked(), text.parts());
	}

	private void without(ParsedText text, Predicate<String> title) {
		text.takeIf(NO_SUBJECT, (found) -> this.words.exclude(found.group("name"), text));
		text.takeIf(WITHOUT, (found) -> {
			String names = (found.group("names") != null) ? found.group("names") : found.group("others");
			boolean alone = text.parts().isEmpty() && found.start() == 0 && found.group("names") != null;
			if (alone && !names.contains(" or ") && !names.contains(",") && !names.contains(" and ")) {
				return false;
			}
			boolean understood = false;
			for (String name : BETWEEN_NAMES.split(names, -1)) {
				String bare = name.strip().replaceFirst("^(?:any|no|not|without) ", "");
				if (!bare.isEmpty() && this.words.exclude(bare, text)) {
					understood = true;
				}
				else if (!bare.isEmpty() && title.test(bare)) {
					text.unlike(bare);
					understood = true;
				}
			}
			return understood;
		});
	}

	private static boolean onlyFillers(String text) {
		return WORD.matcher(text).results().allMatch((word) -> FILLERS.contains(word.group()));
	}

}
