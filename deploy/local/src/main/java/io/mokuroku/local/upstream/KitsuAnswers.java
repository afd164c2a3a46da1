package io.mokuroku.local.upstream;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers what is asked of Kitsu's edge API.
 */
final class KitsuAnswers {

	private static final Set<String> RELATIONSHIPS = Set.of("genres", "categories", "castings", "installments",
			"mappings", "reviews", "mediaRelationships", "characters", "staff", "productions", "quotes", "episodes",
			"streamingLinks", "animeProductions", "animeCharacters", "animeStaff");

	private static final Pattern PEOPLE = Pattern.compile("/anime/(\\d{1,18})/(characters|staff)");

	private final Map<Long, SampleTitle> titles = new TreeMap<>();

	private final String base;

	private final KitsuAnime anime;

	private final KitsuPeople people;

	private final InstantSource clock;

	/**
	 * Answers under a base such as {@code http://127.0.0.1:7716/kitsu/api/edge}.
	 */
	KitsuAnswers(List<SampleTitle> titles, String base, Images images, InstantSource clock) {
		titles.forEach((title) -> {
			if (title.kitsu() != null) {
				this.titles.put(title.kitsu(), title);
			}
		});
		this.base = base;
		this.anime = new KitsuAnime(images, new Standings(titles));
		this.people = new KitsuPeople(images);
		this.clock = clock;
	}

	Answer answer(String path, Map<String, String> query) {
		if (path.equals("/anime")) {
			return list(query);
		}
		if (path.equals("/episodes")) {
			return episodes(query);
		}
		Matcher people = PEOPLE.matcher(path);
		if (people.matches()) {
			return people(people.group(1), people.group(2), query);
		}
		if (path.startsWith("/anime/") && path.indexOf('/', 7) < 0) {
			return one(path.substring(7), query);
		}
		return KitsuDocument.error(404, "404", "Not Found", "No route matches " + path + ".");
	}

	private Answer people(String id, String resource, Map<String, String> query) {
		SampleTitle title = this.titles.get(Long.parseLong(id));
		KitsuDocument.Page page = new KitsuDocument.Page(this.base + "/anime/" + id + "/" + resource, query);
		if (title == null) {
			return notFound(id);
		}
		if (!page.valid()) {
			return invalidPage();
		}
		InventedCast cast = InventedCast.of(title);
		return KitsuDocument.ok(KitsuPeople.document(page,
				resource.equals("staff") ? cast.staff().stream().map((maker) -> this.people.staff(id, maker)).toList()
						: cast.characters().stream().map((figure) -> this.people.character(id, figure)).toList()));
	}

	private Answer one(String id, Map<String, String> query) {
		SampleTitle title = id.matches("\\d{1,18}") ? this.titles.get(Long.parseLong(id)) : null;
		if (title == null) {
			return notFound(id);
		}
		String wrong = wrongInclude(query);
		if (wrong != null) {
			return invalidInclude(wrong);
		}
		ObjectNode document = Answer.object();
		Set<String> included = included(query);
		document.set("data", this.anime.resource(title, Long.parseLong(id), included, this.clock.instant()));
		include(document, List.of(Map.entry(Long.parseLong(id), title)), included);
		return KitsuDocument.ok(document);
	}

	private Answer list(Map<String, String> query) {
		KitsuDocument.Page page = new KitsuDocument.Page(this.base + "/anime", query);
		Answer refusal = refusal(page, Set.of("filter[id]", "filter[slug]"));
		if (refusal != null) {
			return refusal;
		}
		List<Map.Entry<Long, SampleTitle>> found = this.titles.entrySet()
			.stream()
			.filter(listed(query.get("filter[id]"), (entry) -> Long.toString(entry.getKey())))
			.filter(listed(query.get("filter[slug]"), (entry) -> KitsuAnime.slug(entry.getValue().title())))
			.toList();
		List<Map.Entry<Long, SampleTitle>> shown = page.of(found);
		Set<String> included = included(query);
		ObjectNode document = page.document(shown.stream()
			.map((entry) -> this.anime.resource(entry.getValue(), entry.getKey(), included, this.clock.instant()))
			.toList(), found.size());
		include(document, shown, included);
		return KitsuDocument.ok(document);
	}

	private static Predicate<Map.Entry<Long, SampleTitle>> listed(@Nullable String values,
			Function<Map.Entry<Long, SampleTitle>, String> key) {
		if (values == null) {
			return (entry) -> true;
		}
		Set<String> wanted = Set.copyOf(Arrays.asList(values.split(",", -1)));
		return (entry) -> wanted.contains(key.apply(entry));
	}

	private void include(ObjectNode document, List<Map.Entry<Long, SampleTitle>> titles, Set<String> included) {
		if (included.isEmpty()) {
			return;
		}
		KitsuDocument.include(document,
				titles.stream()
					.flatMap((entry) -> included.stream()
						.sorted()
						.flatMap((name) -> this.anime.related(entry.getValue(), entry.getKey(), name).stream())));
	}

	private Answer episodes(Map<String, String> query) {
		KitsuDocument.Page page = new KitsuDocument.Page(this.base + "/episodes", query);
		Answer refusal = refusal(page, Set.of("filter[mediaType]", "filter[mediaId]"));
		if (refusal != null) {
			return refusal;
		}
		String id = query.getOrDefault("filter[mediaId]", "");
		boolean anime = query.getOrDefault("filter[mediaType]", "Anime").equals("Anime");
		SampleTitle title = (anime && id.matches("\\d{1,18}")) ? this.titles.get(Long.parseLong(id)) : null;
		List<EpisodeGuide.Episode> all = (title != null) ? episodesOf(title) : List.of();
		if (query.getOrDefault("sort", "number").equals("-number")) {
			all = all.stream().sorted(Comparator.comparingInt(EpisodeGuide.Episode::number).reversed()).toList();
		}
		return KitsuDocument.ok(page.document(page.of(all)
			.stream()
			.map((episode) -> KitsuEpisode.resource(id, episode, (title != null) ? title.durationMinutes() : null))
			.toList(), all.size()));
	}

	private List<EpisodeGuide.Episode> episodesOf(SampleTitle title) {
		EpisodeGuide guide = new EpisodeGuide(title, this.clock.instant());
		Integer count = KitsuAnime.episodeCount(title);
		boolean disagrees = title.conflict() != null && title.status() == SampleTitle.Status.FINISHED;
		return (disagrees && count != null) ? guide.spread(count) : guide.aired();
	}

	private static @Nullable Answer refusal(KitsuDocument.Page page, Set<String> filters) {
		if (!page.valid()) {
			return invalidPage();
		}
		for (String name : page.query().keySet()) {
			if (name.startsWith("filter[") && !filters.contains(name)) {
				return KitsuDocument.error(400, "102", "Filter not allowed",
						name.substring(7, name.length() - 1) + " is not allowed.");
			}
		}
		String wrong = wrongInclude(page.query());
		return (wrong != null) ? invalidInclude(wrong) : null;
	}

	private static @Nullable String wrongInclude(Map<String, String> query) {
		return included(query).stream().filter((name) -> !RELATIONSHIPS.contains(name)).findFirst().orElse(null);
	}

	private static Answer invalidPage() {
		return KitsuDocument.error(400, "118", "Invalid page value",
				"The page parameters are not valid: a limit is 1 to 20, an offset 0 or more.");
	}

	private static Answer invalidInclude(String name) {
		return KitsuDocument.error(400, "112", "Invalid field", name + " is not a valid relationship of anime");
	}

	/**
	 * First steps of the include paths.
	 */
	private static Set<String> included(Map<String, String> query) {
		return Arrays.stream(query.getOrDefault("include", "").split(",", -1))
			.filter((path) -> !path.isBlank())
			.map((path) -> path.split("\\.", -1)[0])
			.collect(Collectors.toUnmodifiableSet());
	}

	private static Answer notFound(String id) {
		return KitsuDocument.error(404, "404", "Record not found",
				"The record identified by " + id + " could not be found.");
	}

}
