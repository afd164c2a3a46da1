package io.mokuroku.search.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import io.mokuroku.search.title.Scripts;

/**
 * Questions whose answer is known, because each is made from a title: as it stands, or
 * with one thing wrong. Right answers are all anime that bear this title, however it is
 * spelled. Nothing is left out for being ambiguous.
 */
final class KnownItems {

	/** What is done to a title. */
	enum Kind {

		/** The main title. */
		EXACT,

		/** Another title in Latin letters. */
		SYNONYM,

		/** A title with kana or kanji. */
		JAPANESE,

		/**
		 * A title of five letters or more, one of them missing, doubled, wrong or
		 * swapped.
		 */
		TYPO,

		/** A title of three words or more, one of them missing. */
		DROPPED_WORD,

		/** A title of two words or more, two neighbours swapped. */
		SWAPPED_WORDS

	}

	/**
	 * A question.
	 *
	 * @param kind how it was made
	 * @param text what is asked
	 * @param answers what is looked for
	 */
	record Question(Kind kind, String text, Set<AnimeId> answers) {
	}

	private final List<IndexedAnime> anime;

	private final Map<String, Set<AnimeId>> bearers = new HashMap<>();

	KnownItems(Collection<IndexedAnime> anime) {
		this.anime = List.copyOf(anime);
		for (IndexedAnime each : anime) {
			each.titles()
				.all()
				.forEach((title) -> this.bearers
					.computeIfAbsent(FoldedTitle.of(title).joined(), (_) -> new LinkedHashSet<>())
					.add(each.id()));
		}
	}

	/**
	 * Makes questions, the same for the same seed.
	 * @param number how many, if there are so many titles fit for it
	 */
	List<Question> questions(Kind kind, int number, long seed) {
		Random random = new Random(seed * 31 + kind.name().hashCode());
		List<IndexedAnime> shuffled = new ArrayList<>(this.anime);
		Collections.shuffle(shuffled, random);
		List<Question> questions = new ArrayList<>();
		for (IndexedAnime each : shuffled) {
			if (questions.size() == number) {
				break;
			}
			title(kind, each, random).ifPresent((title) -> questions.add(new Question(kind, spoil(kind, title, random),
					this.bearers.getOrDefault(FoldedTitle.of(title).joined(), Set.of()))));
		}
		return questions;
	}

	private static Optional<String> title(Kind kind, IndexedAnime anime, Random random) {
		List<String> all = anime.titles().all();
		List<String> fit = switch (kind) {
			case EXACT -> List.of(anime.titles().main());
			case SYNONYM -> all.stream().skip(1).filter(Scripts::latin).toList();
			case JAPANESE -> all.stream().filter(Scripts::unspaced).toList();
			case TYPO -> all.stream().filter((title) -> Scripts.latin(title) && letters(title) >= 5).toList();
			case DROPPED_WORD ->
				all.stream().filter((title) -> Scripts.latin(title) && words(title).size() >= 3).toList();
			case SWAPPED_WORDS ->
				all.stream().filter((title) -> Scripts.latin(title) && words(title).size() >= 2).toList();
		};
		return fit.isEmpty() ? Optional.empty() : Optional.of(fit.get(random.nextInt(fit.size())));
	}

	private static String spoil(Kind kind, String title, Random random) {
		return switch (kind) {
			case EXACT, SYNONYM, JAPANESE -> title;
			case TYPO -> typo(title, random);
			case DROPPED_WORD -> {
				List<String> words = words(title);
				words.remove(random.nextInt(words.size()));
				yield String.join(" ", words);
			}
			case SWAPPED_WORDS -> {
				List<String> words = words(title);
				int first = random.nextInt(words.size() - 1);
				Collections.swap(words, first, first + 1);
				yield String.join(" ", words);
			}
		};
	}

	private static String typo(String title, Random random) {
		int at;
		do {
			at = random.nextInt(title.length());
		}
		while (!letter(title.charAt(at)));
		String before = title.substring(0, at);
		String after = title.substring(at + 1);
		char wrong = (char) ('a' + random.nextInt(26));
		return switch (random.nextInt(4)) {
			case 0 -> before + after;
			case 1 -> before + title.charAt(at) + wrong + after;
			case 2 -> before + wrong + after;
			default ->
				after.isEmpty() ? before + wrong : before + after.charAt(0) + title.charAt(at) + after.substring(1);
		};
	}

	private static int letters(String title) {
		return (int) title.chars().filter((c) -> letter((char) c)).count();
	}

	private static boolean letter(char c) {
		return c < 0x250 && Character.isLetter(c);
	}

	private static List<String> words(String title) {
		return new ArrayList<>(Arrays.asList(title.strip().split("\\s+", -1)));
	}

}
