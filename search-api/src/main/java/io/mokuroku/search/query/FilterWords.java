package io.mokuroku.search.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Season;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.Bounds;
import io.mokuroku.search.query.ParsedQuestion.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Words that say when, how long, how good and in what form.
 */
final class FilterWords {

	private static final String YEAR = "((?:19[1-9]|20[0-4])\\d)";

	private static final Map<String, Season> SEASONS = Map.of("winter", Season.WINTER, "spring", Season.SPRING,
			"summer", Season.SUMMER, "fall", Season.FALL, "autumn", Season.FALL);

	/** Years and quarters, the longer forms first. */
	static final List<Rule> YEARS = List.of(
			rule("\\b(winter|spring|summer|fall|autumn)(?: season)?(?: of)?[ ,]+" + YEAR + "\\b", FilterWords::season),
			rule("\\b(?:between|from) " + YEAR + " (?:and|to|until|till|-) " + YEAR + "\\b",
					(found, text) -> years(found, text, year(found, 1), year(found, 2))),
			rule("(?:\\b(?:from|in) )?\\b" + YEAR + " ?(?:-|to|until) ?" + YEAR + "\\b",
					(found, text) -> years(found, text, year(found, 1), year(found, 2))),
			rule("\\b(?:from |since )" + YEAR + " (?:on|onwards?|and later)\\b",
					(found, text) -> years(found, text, year(found, 1), null)),
			rule("\\b(?:released |made |aired )?(?:after|newer than|later than|past) " + YEAR + "\\b",
					(found, text) -> years(found, text, year(found, 1) + 1, null)),
			rule("\\b(?:released |made |aired )?since " + YEAR + "\\b",
					(found, text) -> years(found, text, year(found, 1), null)),
			rule("\\b" + YEAR + " (?:or|and) (?:later|newer)\\b",
					(found, text) -> years(found, text, year(found, 1), null)),
			rule("\\b(?:released |made |aired )?(?:before|older than|earlier than|prior to|pre) ?" + YEAR + "\\b",
					(found, text) -> years(found, text, null, year(found, 1) - 1)),
			rule("\\b(?:until|up to) " + YEAR + "\\b", (found, text) -> years(found, text, null, year(found, 1))),
			rule("\\b" + YEAR + " (?:or|and) (?:earlier|older)\\b",
					(found, text) -> years(found, text, null, year(found, 1))),
			rule("\\b(?:around|about|circa|ca\\.?) (?:the year )?" + YEAR + "\\b",
					(found, text) -> years(found, text, year(found, 1) - 2, year(found, 1) + 2)),
			rule("(?:\\b(?:from|in|of) )?(?:\\bthe )?\\b(early |mid |late )?(?:-)?((?:19|20)\\d0|[0-9]0)'?s\\b",
					FilterWords::decade),
			rule("\\b(?:from|in|of|released in|made in|aired in|year) (?:the year )?" + YEAR + "\\b",
					(found, text) -> years(found, text, year(found, 1), year(found, 1))),
			rule("(?:(?<=, ?)|(?<=[a-z.] ))" + YEAR + "(?=$|,)",
					(found, text) -> years(found, text, year(found, 1), year(found, 1))));

	private static final String LESS = "(?:under|less than|fewer than|below|shorter than|<)";

	private static final String MOST = "(?:at most|up to|no more than|not more than|max(?:imum)?|<=)";

	private static final String MORE = "(?:over|more than|above|longer than|better than|higher than|>)";

	private static final String LEAST = "(?:at least|no less than|no fewer than|min(?:imum)?|from|>=)";

	private static final String EPISODES = " ?(?:-| )?(?:episodes?|eps?)\\b(?: long)?";

	private static final String SCORE = "(10(?:\\.0+)?|\\d(?:\\.\\d+)?)(?![\\d.]*\\d)(?: ?/ ?10| out of 10| stars?| points?)?";

	private static final String RATED = "(?:with )?(?:an? )?\\b(?:scored?|scores|rated|ratings?)(?: of)? ";

	/** How many episodes and how good. */
	static final List<Rule> NUMBERS = List.of(
			rule("(?:with )?\\bbetween (\\d+) and (\\d+)" + EPISODES,
					(found, text) -> episodes(found, text, number(found, 1), number(found, 2))),
			rule("(?:with )?\\b(\\d+) ?(?:-|to) ?(\\d+)" + EPISODES,
					(found, text) -> episodes(found, text, number(found, 1), number(found, 2))),
			rule("(?:with )?" + LESS + " (\\d+)" + EPISODES,
					(found, text) -> episodes(found, text, null, number(found, 1) - 1)),
			rule("(?:with )?" + MOST + " (\\d+)" + EPISODES,
					(found, text) -> episodes(found, text, null, number(found, 1))),
			rule("(?:with )?" + MORE + " (\\d+)" + EPISODES,
					(found, text) -> episodes(found, text, number(found, 1) + 1, null)),
			rule("(?:with )?" + LEAST + " (\\d+)" + EPISODES,
					(found, text) -> episodes(found, text, number(found, 1), null)),
			rule("(?:with )?\\b(\\d+)\\+" + EPISODES, (found, text) -> episodes(found, text, number(found, 1), null)),
			rule("(?:with )?(?:exactly )?\\b(\\d+)" + EPISODES,
					(found, text) -> episodes(found, text, number(found, 1), number(found, 1))),
			rule("\\b(?:single|one|1)[- ]cour\\b", (found, text) -> episodes(found, text, 10.0, 14.0)),
			rule("\\b(?:two|double|2)[- ]cours?\\b", (found, text) -> episodes(found, text, 20.0, 28.0)),
			rule("\\blong[- ]running\\b", (found, text) -> episodes(found, text, 100.0, null)),
			rule(RATED + "(?:between )?" + SCORE + " ?(?:and|to|-) ?" + SCORE,
					(found, text) -> scores(found, text, number(found, 1), number(found, 2))),
			rule(RATED + "(?:" + MORE + "|" + LEAST + ") ?" + SCORE,
					(found, text) -> scores(found, text, number(found, 1), null)),
			rule(RATED + "(?:" + LESS + "|" + MOST + ") ?" + SCORE,
					(found, text) -> scores(found, text, null, number(found, 1))),
			rule(RATED + SCORE + "(?: ?\\+| or (?:more|higher|better|above)| and above)",
					(found, text) -> scores(found, text, number(found, 1), null)),
			rule(RATED + SCORE + "\\b", (found, text) -> scores(found, text, number(found, 1), null)),
			rule("(?:with )?(?:an? )?(?:" + MORE + "|" + LEAST + ") ?" + SCORE + " (?:score|rating)\\b",
					(found, text) -> scores(found, text, number(found, 1), null)),
			rule("(?:with )?(?:an? )?\\b" + SCORE + " ?\\+ ?(?:score|rating|rated)\\b",
					(found, text) -> scores(found, text, number(found, 1), null)),
			rule("\\b(?:highly|well|top|best)[- ]rated\\b", (found, text) -> scores(found, text, 7.5, null)));

	/** Types and states. */
	static final List<Rule> NAMES = List.of(type("(?:short )?(?:movies?|films?)", AnimeType.MOVIE),
			type("ovas?|oavs?", AnimeType.OVA), type("onas?|web series", AnimeType.ONA),
			type("music videos?", AnimeType.MUSIC), type("tv specials?|specials", AnimeType.SPECIAL),
			type("tv(?: series| shows?| anime)?", AnimeType.TV),
			status("(?:already )?(?:finished|completed|ended)(?: airing)?", AiringStatus.FINISHED),
			status("(?:currently |still )?(?:ongoing|airing)(?: now| right now)?", AiringStatus.ONGOING),
			status("upcoming|not yet aired|unreleased|announced", AiringStatus.UPCOMING),
			status("(?:on )?hiatus", AiringStatus.HIATUS), status("cancell?ed", AiringStatus.CANCELLED));

	private FilterWords() {
	}

	private static Rule rule(String pattern, BiConsumer<MatchResult, ParsedText> meaning) {
		return new Rule(Pattern.compile(pattern), meaning);
	}

	private static Rule type(String words, AnimeType type) {
		return rule("\\b(?:" + words + ")\\b", (found, text) -> text.understood(Kind.TYPE, found.group(), type.name(),
				AnimeFilter.of(type, null, null)));
	}

	private static Rule status(String words, AiringStatus status) {
		return rule("\\b(?:that (?:is|are|has|have) )?(?:" + words + ")\\b", (found, text) -> text
			.understood(Kind.STATUS, found.group(), status.name(), AnimeFilter.of(null, status, null)));
	}

	private static void season(MatchResult found, ParsedText text) {
		Season season = SEASONS.getOrDefault(found.group(1), Season.FALL);
		text.understood(Kind.SEASON, found.group(), season.name(),
				AnimeFilter.of((asked) -> asked.seasons = Set.of(season)));
		years(found, text, year(found, 2), year(found, 2));
	}

	private static void decade(MatchResult found, ParsedText text) {
		int number = Integer.parseInt(found.group(2));
		int from = (number >= 100) ? number : (number >= 30) ? 1900 + number : 2000 + number;
		String part = (found.group(1) != null) ? found.group(1).strip() : "";
		years(found, text, switch (part) {
			case "mid" -> from + 3.0;
			case "late" -> from + 6.0;
			default -> (double) from;
		}, switch (part) {
			case "early" -> from + 3.0;
			case "mid" -> from + 6.0;
			default -> from + 9.0;
		});
	}

	private static void years(MatchResult found, ParsedText text, @Nullable Double from, @Nullable Double to) {
		Bounds bounds = new Bounds(from, to);
		text.understood(Kind.YEAR, found.group(), bounds.toString(), AnimeFilter.of((asked) -> asked.years = bounds));
	}

	private static void episodes(MatchResult found, ParsedText text, @Nullable Double from, @Nullable Double to) {
		Bounds bounds = new Bounds(from, to);
		text.understood(Kind.EPISODES, found.group(), bounds.toString(),
				AnimeFilter.of((asked) -> asked.episodes = bounds));
	}

	private static void scores(MatchResult found, ParsedText text, @Nullable Double from, @Nullable Double to) {
		Bounds bounds = new Bounds(from, to);
		text.understood(Kind.SCORE, found.group(), bounds.toString(), AnimeFilter.of((asked) -> asked.scores = bounds));
	}

	private static Double year(MatchResult found, int group) {
		return Double.valueOf(found.group(group));
	}

	private static Double number(MatchResult found, int group) {
		return Double.valueOf(found.group(group));
	}

	/**
	 * Words and what they mean.
	 *
	 * @param pattern the words
	 * @param meaning tells it
	 */
	record Rule(Pattern pattern, BiConsumer<MatchResult, ParsedText> meaning) {

		void apply(ParsedText text) {
			text.take(this.pattern, (found) -> this.meaning.accept(found, text));
		}

	}

}
