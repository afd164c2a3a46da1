package io.mokuroku.upstream.kitsu;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.upstream.Dates;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.Languages;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * What Kitsu says of episodes.
 */
final class KitsuEpisodeMapper {

	private final Notes notes;

	KitsuEpisodeMapper(Notes notes) {
		this.notes = notes;
	}

	/**
	 * Episodes by their number within the anime. Later seasons may carry absolute numbers
	 * and restart {@code relativeNumber}: then that one counts.
	 */
	List<EpisodeFacts> episodes(List<KitsuEpisodes.Item> items) {
		List<KitsuEpisodes.Attributes> all = attributes(items);
		boolean absolute = !all.isEmpty() && all.stream()
			.allMatch((its) -> its.number() != null && its.number() > all.size() && its.relativeNumber() != null);
		Map<Integer, EpisodeFacts> byNumber = new TreeMap<>();
		for (KitsuEpisodes.Attributes its : all) {
			Integer number = Values.positive(absolute ? its.relativeNumber() : its.number());
			if (number != null && number <= EpisodeNumber.LAST) {
				byNumber.computeIfAbsent(number, (key) -> episode(its, key));
			}
			else {
				this.notes.add("episode number", String.valueOf(number));
			}
		}
		return List.copyOf(byNumber.values());
	}

	/** The episode of a number, or of that relative number where all count absolutely. */
	Optional<EpisodeFacts> episode(List<KitsuEpisodes.Item> items, int wanted) {
		List<KitsuEpisodes.Attributes> all = attributes(items);
		return all.stream()
			.filter((its) -> Objects.equals(its.number(), wanted))
			.findFirst()
			.or(() -> all.stream().filter((its) -> Objects.equals(its.relativeNumber(), wanted)).findFirst())
			.map((its) -> episode(its, wanted));
	}

	private EpisodeFacts episode(KitsuEpisodes.Attributes its, int number) {
		Map<String, @Nullable String> titles = Objects.requireNonNullElse(its.titles(), Map.of());
		Map<String, String> byLanguage = new TreeMap<>();
		new TreeMap<>(titles).forEach((locale, title) -> {
			String text = Values.text(title);
			if (text != null) {
				byLanguage.putIfAbsent(Languages.located(locale, this.notes), text);
			}
		});
		String english = KitsuMapper.firstOf(titles, "en_us", "en");
		return new EpisodeFacts(EpisodeNumber.regular(number),
				new EpisodeFacts.Titles((english != null) ? english : Values.text(its.canonicalTitle()),
						KitsuMapper.firstOf(titles, "ja_jp"), KitsuMapper.firstOf(titles, "en_jp"), byLanguage),
				Dates.printed(its.airdate(), this.notes), null, Values.secondsOf(its.length()),
				Values.text(its.synopsis()), null, null, null, KitsuRelated.address(its.thumbnail(), "original"),
				List.of(), null);
	}

	private static List<KitsuEpisodes.Attributes> attributes(List<KitsuEpisodes.Item> items) {
		return Values.each(items.stream().map(KitsuEpisodes.Item::attributes).toList());
	}

}
