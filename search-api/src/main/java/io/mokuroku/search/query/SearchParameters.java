package io.mokuroku.search.query;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.mokuroku.search.index.AnimeCondition;
import io.mokuroku.search.index.AnimeField;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.AnimeOrder;
import io.mokuroku.search.index.Bounds;
import io.mokuroku.web.ApiProblem;
import io.mokuroku.web.ErrorCode;
import io.mokuroku.web.ErrorSource;
import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * Reads what {@code /v1/search} is asked for beside the text, and writes where its next
 * page is.
 */
final class SearchParameters {

	/** The parameter that carries {@link PageCursor}. */
	static final String CURSOR = "page[cursor]";

	/** The parameter that says how many hits a page has. */
	static final String SIZE = "page[size]";

	static final String SORT = "sort";

	static final String FACETS = "facets";

	private static final String RELEVANCE = "relevance";

	private static final int MOST_FACETS = 10;

	/** What may differ from page to page. */
	private static final Set<String> NOT_THE_QUESTION = Set.of(CURSOR, SIZE, "limit", FACETS);

	/** In the order in which they are told. */
	private static final Map<String, AnimeOrder> ORDERS = new TreeMap<>(
			Map.of("score", AnimeOrder.SCORE, "popularity", AnimeOrder.POPULARITY, "newest", AnimeOrder.NEWEST,
					"nextAiring", AnimeOrder.NEXT_AIRING, "added", AnimeOrder.ADDED));

	private final FilterParameters filters;

	private final InstantSource clock;

	SearchParameters(AnimeIndex index, InstantSource clock) {
		this.filters = new FilterParameters((id) -> index.reading((view) -> Franchise.of(view, id)));
		this.clock = clock;
	}

	/**
	 * What a request asks for.
	 * @param narrowed what parameters outside the family of filters ask for
	 * @param adult whether adult anime are asked for by one who may see them
	 * @throws ApiProblem if a parameter is not valid or the question is missing
	 */
	SearchPage.Request read(Asked request, AnimeFilter narrowed, boolean adult, int size) {
		String text = Objects.requireNonNullElse(request.text(), "").strip();
		AnimeOrder order = order(request.sort()).orElse(null);
		requireQuestion(request, text, narrowed, order);
		AnimeFilter filter = narrowed.andAll(this.filters.read(request.all(), adult));
		if (order == AnimeOrder.NEXT_AIRING) {
			double now = this.clock.instant().getEpochSecond();
			filter = filter.and(AnimeFilter
				.of((asked) -> asked.must(new AnimeCondition.Between(AnimeField.NEXT_AIRING, new Bounds(now, null)))));
		}
		return new SearchPage.Request(text, filter, order, size, cursor(request, order == null && !text.isEmpty()),
				facets(request.facets()));
	}

	/** The address of the page behind a cursor, from the root of the service. */
	static String link(String path, MultiValueMap<String, String> all, PageCursor next) {
		MultiValueMap<String, String> other = new LinkedMultiValueMap<>(all);
		other.set(CURSOR, next.written(question(all)));
		return other.entrySet()
			.stream()
			.flatMap((parameter) -> parameter.getValue()
				.stream()
				.map((value) -> encoded(parameter.getKey()) + "=" + encoded(value)))
			.collect(Collectors.joining("&", path + "?", ""));
	}

	private static String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

	private static void requireQuestion(Asked request, String text, AnimeFilter narrowed, @Nullable AnimeOrder order) {
		if (!text.isEmpty()) {
			return;
		}
		if (request.text() != null) {
			throw ApiProblem.badParameter("q", "must not be blank");
		}
		if (order == null && !narrowed.asks()
				&& request.all()
					.keySet()
					.stream()
					.noneMatch((name) -> name.startsWith(FilterParameters.FAMILY + "["))) {
			throw ApiProblem.of(ErrorCode.MISSING_PARAMETER, ErrorSource.parameter("q"),
					"q is needed where there is neither filter nor sort");
		}
	}

	private static Optional<AnimeOrder> order(@Nullable String name) {
		if (name == null || name.equals(RELEVANCE)) {
			return Optional.empty();
		}
		AnimeOrder order = ORDERS.get(name);
		if (order == null) {
			throw ApiProblem.badParameter(SORT, "known are " + RELEVANCE + ", " + String.join(", ", ORDERS.keySet()));
		}
		return Optional.of(order);
	}

	private static @Nullable PageCursor cursor(Asked request, boolean byRelevance) {
		String written = request.cursor();
		return (written == null) ? null
				: PageCursor.read(written, question(request.all()))
					.filter((cursor) -> !byRelevance || cursor.countsHits())
					.orElseThrow(() -> ApiProblem.badParameter(CURSOR, "not a cursor of this question"));
	}

	/** What is the same for every page of an answer. */
	static String question(MultiValueMap<String, String> all) {
		return all.entrySet()
			.stream()
			.filter((parameter) -> !NOT_THE_QUESTION.contains(parameter.getKey()))
			.sorted(Map.Entry.comparingByKey())
			.map((parameter) -> parameter.getKey() + "\n" + String.join("\n", parameter.getValue()))
			.collect(Collectors.joining("\n\n"));
	}

	private static List<AnimeField> facets(@Nullable String names) {
		if (names == null) {
			return List.of();
		}
		List<AnimeField> fields = Arrays.stream(names.split(",", -1))
			.map((name) -> FieldNames.get(name.strip(), FACETS))
			.distinct()
			.toList();
		if (fields.size() > MOST_FACETS || !fields.stream().allMatch(AnimeField::counted)) {
			throw ApiProblem.badParameter(FACETS,
					"no more than %d of %s".formatted(MOST_FACETS,
							Arrays.stream(AnimeField.values())
								.filter(AnimeField::counted)
								.map(FieldNames::of)
								.collect(Collectors.joining(", "))));
		}
		return fields;
	}

	/**
	 * What a request says.
	 *
	 * @param text what is looked for
	 * @param sort in which order
	 * @param facets by which fields hits are counted
	 * @param cursor where the page begins
	 * @param all every parameter
	 */
	record Asked(@Nullable String text, @Nullable String sort, @Nullable String facets, @Nullable String cursor,
			MultiValueMap<String, String> all) {
	}

}
