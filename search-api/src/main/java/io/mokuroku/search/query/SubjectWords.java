package io.mokuroku.search.query;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.Vocabulary;
import io.mokuroku.search.query.ParsedQuestion.Kind;
import io.mokuroku.search.title.FoldedTitle;

/**
 * Words that name subjects and studios of the catalogue.
 */
final class SubjectWords {

	private static final int MOST_WORDS = 4;

	/** What people say for what the catalogue says. */
	private static final Map<String, String> ALSO = Map.ofEntries(Map.entry("shonen", "shounen"),
			Map.entry("shojo", "shoujo"), Map.entry("sci fi", "sci-fi"), Map.entry("scifi", "sci-fi"),
			Map.entry("science fiction", "sci-fi"), Map.entry("romantic", "romance"), Map.entry("romcom", "romance"),
			Map.entry("magical girl", "mahou shoujo"), Map.entry("magical girls", "mahou shoujo"),
			Map.entry("bl", "boys love"), Map.entry("gl", "girls love"), Map.entry("comedies", "comedy"),
			Map.entry("robot", "mecha"), Map.entry("robots", "mecha"), Map.entry("sport", "sports"),
			Map.entry("kyoani", "kyoto animation"), Map.entry("ghibli", "studio ghibli"),
			Map.entry("pierrot", "studio pierrot"), Map.entry("shaft studio", "shaft"),
			Map.entry("deen", "studio deen"));

	private static final Pattern BY_STUDIO = Pattern.compile(
			"\\b(?:(?:made|produced|animated|created) by|by|from|of)(?: the)? (?:studio )?(?<name>[^|,]+?)(?=[|,]|$)");

	private static final Pattern NAMED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.'&/-]*");

	private final Map<String, String> subjects = new HashMap<>();

	private final Map<String, String> studios = new HashMap<>();

	SubjectWords(Vocabulary vocabulary) {
		vocabulary.subjects().forEach((subject) -> this.subjects.put(key(subject), subject));
		vocabulary.studios().forEach((studio) -> this.studios.put(key(studio), studio));
	}

	/**
	 * Takes out studios: any after "by", elsewhere those of two words or more, because
	 * many of one word are words that describe, such as "bones".
	 */
	void takeStudios(ParsedText text) {
		text.takeIf(BY_STUDIO, (found) -> takeStudio(found.group("name"), found.group(), text));
		takePhrases(text,
				(phrase) -> (phrase.contains(" ") || ALSO.containsKey(phrase)) && takeStudio(phrase, phrase, text));
	}

	private boolean takeStudio(String name, String words, ParsedText text) {
		Optional<String> studio = studio(name);
		studio.ifPresent((found) -> text.understood(Kind.STUDIO, words, found,
				AnimeFilter.of((asked) -> asked.studios = Set.of(found))));
		return studio.isPresent();
	}

	/** Takes out subjects, the longest phrases first, then studios of one word. */
	void takeSubjects(ParsedText text) {
		takePhrases(text, (phrase) -> {
			Optional<String> subject = subject(phrase);
			subject.ifPresent((name) -> text.understood(Kind.SUBJECT, phrase, name,
					AnimeFilter.of((asked) -> asked.subjects = Set.of(name))));
			return subject.isPresent();
		});
		text.takeIf(phrase(1), (found) -> takeStudio(found.group(), found.group(), text));
	}

	/** Excludes a subject or a studio of that name, if there is one. */
	boolean exclude(String name, ParsedText text) {
		Optional<String> subject = subject(name);
		if (subject.isPresent()) {
			text.understood(Kind.WITHOUT, name, subject.get(),
					AnimeFilter.of((asked) -> asked.withoutSubjects = Set.of(subject.get())));
			return true;
		}
		Optional<String> studio = studio(name);
		studio.ifPresent((found) -> text.understood(Kind.WITHOUT, name, found,
				AnimeFilter.of((asked) -> asked.withoutStudios = Set.of(found))));
		return studio.isPresent();
	}

	private static void takePhrases(ParsedText text, Predicate<String> meaning) {
		for (int words = MOST_WORDS; words >= 1; words--) {
			Pattern phrase = phrase(words);
			text.takeIf(phrase, (found) -> meaning.test(found.group()));
		}
	}

	private static Pattern phrase(int words) {
		return Pattern.compile("(?<![\\p{L}\\p{N}-])" + String.join(" ", Collections.nCopies(words, NAMED.pattern()))
				+ "(?![\\p{L}\\p{N}-])");
	}

	private Optional<String> subject(String words) {
		return find(words, this.subjects);
	}

	private Optional<String> studio(String words) {
		return find(words, this.studios).or(() -> find("studio " + words, this.studios));
	}

	private static Optional<String> find(String words, Map<String, String> names) {
		String key = key(words);
		String also = ALSO.get(String.join(" ", FoldedTitle.of(words).plain()));
		for (String candidate : List.of(key, (also != null) ? key(also) : key,
				key.endsWith("s") ? key.substring(0, key.length() - 1) : key)) {
			String name = names.get(candidate);
			if (name != null) {
				return Optional.of(name);
			}
		}
		return Optional.empty();
	}

	private static String key(String words) {
		return String.join("", FoldedTitle.of(words).plain());
	}

}
