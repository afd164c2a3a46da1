package io.mokuroku.review.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the portal says what is stored as codes, figures and moments.
 */
final class Words {

	private static final DateTimeFormatter MINUTES = DateTimeFormatter
		.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final Pattern TURNS_DIRECTION = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

	private static final Map<String, String> SOURCES = Map.of("myanimelist", "MyAnimeList", "anilist", "AniList",
			"anidb", "AniDB", "kitsu", "Kitsu", "animeschedule", "AnimeSchedule", "dataset", "Dataset", "reviewer",
			"A reviewer", "derived", "Computed", "ann", "Anime News Network", "animecountdown", "AnimeCountdown");

	private static final Set<String> ABBREVIATIONS = Set.of("TV", "OVA", "ONA", "PV", "CM", "G", "PG", "PG13", "R17",
			"RX");

	private static final Map<String, String> RULES = Map.of("LOCKED", "locked by a reviewer", "REVIEW",
			"written by a reviewer", "PRIORITY", "the most trusted source", "MAJORITY", "what most sources say",
			"MOST_PRECISE", "the most precise date", "UNION", "all sources together", "PER_PROVIDER",
			"each source its own");

	private static final Map<String, Reason> REASONS = reasons(
			reason("MISSING_REQUIRED", "Something required is missing",
					"No entry can be published without it. Look at the empty fields."),
			reason("INVALID_VALUE", "A value cannot be right",
					"Such as a year before the first anime, or an address that is none."),
			reason("IDENTITY", "Sources may mean different works",
					"They name, count or date it so differently that these may be two anime."),
			reason("PROVIDER_MISMATCH", "A page may be about another work",
					"One provider's page differs from all others. Check the links above."),
			reason("TEMPORAL", "The dates cannot be", "Status, first and last day contradict each other."),
			reason("CROSS_FIELD", "Fields do not fit together", "Such as a movie with many episodes."),
			reason("ADULT_MISMATCH", "Is it for adults?", "One source says it is, another rates it for everybody."),
			reason("CORE_CONFLICT", "Sources contradict each other", "The proposal follows the rule; please choose."),
			reason("MERGE_PROPOSAL", "It may be the same as another entry",
					"The dataset lists both under one record. Merge them or keep them apart."),
			reason("SPLIT_PROPOSAL", "It may be several anime",
					"The dataset now lists it in more than one record. Approving keeps it as one and is not asked again."),
			reason("STATUS_REGRESSION", "What was finished is said to run again", "Is there really a continuation?"),
			reason("SHRINK_GUARD", "Much would be removed",
					"More than a fifth of its episodes, characters or links would go."),
			reason("LOW_CONFIDENCE", "Too much is uncertain", "Several small doubts add up."),
			reason("POPULAR", "Many people will see it", "Nothing is wrong; one look is worth it."),
			reason("SAMPLE", "Chosen by chance", "Nothing is wrong; this measures how good the checks are."),
			reason("WORKERS_DISAGREE", "Those who were asked disagree", "A lead decides; the history says about what."),
			reason("NO_USABLE_ANSWER", "No answer could be used", "A lead decides; the history says what went wrong."),
			reason("OVERDUE", "Nobody decided in time", "The question was asked again, more pressing."));

	private Words() {
	}

	/** The codes of all reasons there are. */
	static Set<String> reasonCodes() {
		return REASONS.keySet();
	}

	static Reason ofReason(String code) {
		return REASONS.getOrDefault(code, new Reason(ofCode(code), ""));
	}

	static String ofSource(String source) {
		return SOURCES.getOrDefault(source.toLowerCase(Locale.ROOT), ofCode(source));
	}

	static String ofRule(String rule) {
		return RULES.getOrDefault(rule, ofCode(rule).toLowerCase(Locale.ROOT));
	}

	/** {@code LIGHT_NOVEL} is Light novel; abbreviations stay in capitals. */
	static String ofCode(String code) {
		if (code.isEmpty() || ABBREVIATIONS.contains(code)) {
			return code;
		}
		String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
		return code.startsWith("TV_") ? "TV" + words.substring(2)
				: Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	/** {@code production.sourceMaterial} is Source material. */
	static String ofField(String name) {
		String last = name.substring(name.lastIndexOf('.') + 1);
		return ofCode(last.replaceAll("([A-Z])", "_$1"));
	}

	static String percent(double share) {
		return Math.round(share * 100) + " %";
	}

	static String time(Instant at) {
		return MINUTES.format(at);
	}

	/** How long ago, in one unit. */
	static String since(Instant at, Instant now) {
		Duration age = Duration.between(at, now);
		if (age.toDays() >= 1) {
			return count(age.toDays(), "day");
		}
		return (age.toHours() >= 1) ? count(age.toHours(), "hour") : count(Math.max(0, age.toMinutes()), "minute");
	}

	static String count(long number, String noun) {
		return number + " " + noun + ((number == 1) ? "" : "s");
	}

	/**
	 * Names the characters that turn the direction of what follows, which could make a
	 * text look like another. The form keeps them, because it is sent back.
	 */
	static String visible(String text) {
		return TURNS_DIRECTION.matcher(text).replaceAll((turn) -> "[U+%04X]".formatted((int) turn.group().charAt(0)));
	}

	@SafeVarargs
	private static Map<String, Reason> reasons(Map.Entry<String, Reason>... all) {
		Map<String, Reason> reasons = new LinkedHashMap<>();
		for (Map.Entry<String, Reason> each : all) {
			reasons.put(each.getKey(), each.getValue());
		}
		return Collections.unmodifiableMap(reasons);
	}

	private static Map.Entry<String, Reason> reason(String code, String label, String text) {
		return Map.entry(code, new Reason(label, text));
	}

	/**
	 * Why people are asked.
	 *
	 * @param label in a few words
	 * @param text what to look at
	 */
	record Reason(String label, String text) {
	}

}
