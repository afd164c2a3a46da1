package io.mokuroku.search.query;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.search.answer.AdultContent;
import io.mokuroku.search.answer.Answer;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexCounts;
import io.mokuroku.search.index.ValueCount;
import io.mokuroku.web.ParameterFamily;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.enums.ParameterStyle;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Search")
final class SearchController {

	private final TurnPages pages;

	private final AnimeIndex index;

	private final SearchParameters parameters;

	SearchController(TurnPages pages, AnimeIndex index, InstantSource clock) {
		this.pages = pages;
		this.index = index;
		this.parameters = new SearchParameters(index, clock);
	}

	@GetMapping(path = "/v1/search", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "Find anime", description = SearchDescriptions.SEARCH)
	@Parameter(in = ParameterIn.QUERY, name = "filter", style = ParameterStyle.DEEPOBJECT, explode = Explode.TRUE,
			description = SearchDescriptions.FILTER, schema = @Schema(type = "object"),
			examples = { @ExampleObject(name = "no filter", value = "{}"),
					@ExampleObject(name = "dramas of 2015", value = SearchDescriptions.FILTER_EXAMPLE) })
	Answer<List<Resource<FoundAnime>>> search(HttpServletRequest request, @Parameter(
			hidden = true) @RequestParam @ParameterFamily(FilterParameters.FAMILY) MultiValueMap<String, String> all,
			@Parameter(description = SearchDescriptions.Q, example = "shingeki no kyojin") @RequestParam(
					required = false) @Nullable @Size(max = SearchQuestion.LONGEST) String q,
			@Parameter(description = "as page[size], which comes before it") @RequestParam(
					defaultValue = "10") @Min(1) @Max(SearchQuestion.MOST_HITS) int limit,
			@Parameter(description = "as filter[type]") @RequestParam(required = false) @Nullable AnimeType type,
			@Parameter(description = "as filter[status]") @RequestParam(required = false) @Nullable AiringStatus status,
			@Parameter(description = "as filter[year]") @RequestParam(
					required = false) @Nullable @Min(1907) @Max(2200) Integer year,
			@Parameter(description = SearchDescriptions.SORT,
					schema = @Schema(allowableValues = { "relevance", "score", "popularity", "newest", "nextAiring",
							"added" })) @RequestParam(name = SearchParameters.SORT,
									required = false) @Nullable String sort,
			@Parameter(description = SearchDescriptions.FACETS, example = "type,genre") @RequestParam(
					name = SearchParameters.FACETS, required = false) @Nullable String facets,
			@Parameter(description = "how many on a page, 10 unless told") @RequestParam(name = SearchParameters.SIZE,
					required = false) @Nullable @Min(1) @Max(SearchQuestion.MOST_HITS) Integer size,
			@Parameter(description = "where the page begins, as links.next has it") @RequestParam(
					name = SearchParameters.CURSOR, required = false) @Nullable @Size(max = 100) String cursor,
			@Parameter(description = "needs the scope catalogue.adult") @RequestParam(
					defaultValue = "false") boolean includeAdult) {
		long start = System.nanoTime();
		boolean adult = AdultContent.shown(includeAdult);
		SearchPage page = this.pages.page(this.parameters.read(new SearchParameters.Asked(q, sort, facets, cursor, all),
				AnimeFilter.of(type, status, year), adult, (size != null) ? size : limit));
		SearchResult result = page.result();
		IndexCounts counts = this.index.counts();
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		PageCursor next = page.next();
		return new Answer<>(result.hits().stream().map(FoundAnime::resource).toList(),
				(next != null) ? Map.of("next", SearchParameters.link(request.getRequestURI(), all, next)) : null,
				new SearchMeta(took.toMillis(), result.degraded(), counts.shown(), counts.withVector(), page.total(),
						Understood.of(result.understood()), result.didYouMean(), facets(page)));
	}

	private static @Nullable Map<String, List<ValueCount>> facets(SearchPage page) {
		Map<String, List<ValueCount>> named = new LinkedHashMap<>();
		page.facets().forEach((field, counts) -> named.put(FieldNames.of(field), counts));
		return named.isEmpty() ? null : named;
	}

	/**
	 * How an answer was made.
	 *
	 * @param tookMillis how long it took
	 * @param degraded whether meaning could not be considered
	 * @param searchable how many anime were searched
	 * @param withVector how many of them by meaning, too
	 * @param total how many there are on all pages; absent where a text is looked for by
	 * relevance, which has no end but {@link SearchAnime#MOST}
	 * @param understood what the question was taken for, where it was taken apart
	 * @param didYouMean the title that may have been meant by a misspelled one
	 * @param facets how many of all have which value, by field, the most frequent first
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SearchMeta(long tookMillis, boolean degraded, int searchable, int withVector, @Nullable Integer total,
			@Nullable Understood understood, @Nullable String didYouMean,
			@Nullable Map<String, List<ValueCount>> facets) {
	}

	/**
	 * A question taken apart.
	 *
	 * @param text what was looked for by words and meaning
	 * @param parts what was taken for something else
	 */
	record Understood(String text, List<Part> parts) {

		static @Nullable Understood of(ParsedQuestion question) {
			return question.isPlain() ? null
					: new Understood(question.text(), question.parts().stream().map(Part::of).toList());
		}

	}

	/**
	 * A part of a question.
	 *
	 * @param kind what it is about: type, status, season, year, episodes, score, studio,
	 * subject, without, unlike or like
	 * @param words the words of the question
	 * @param value what was understood; ranges as in {@code 2001..2010}, {@code 8..}
	 */
	record Part(String kind, String words, String value) {

		static Part of(ParsedQuestion.Part part) {
			return new Part(part.kind().name().toLowerCase(Locale.ROOT), part.words(), part.value());
		}

	}

}
