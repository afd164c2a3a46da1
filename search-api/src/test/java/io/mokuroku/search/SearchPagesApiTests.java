package io.mokuroku.search;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.mokuroku.catalogue.Subjects;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexChange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.mokuroku.search.Shows.aShow;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Filters, orders, facets and pages as clients ask for them.
 */
final class SearchPagesApiTests extends RunningSearchApi {

	private final AnimeIndex index;

	SearchPagesApiTests(MockMvcTester http, AnimeIndex index) {
		super(http);
		this.index = index;
	}

	@Test
	void filtersSortsCountsAndTurnsPages() {
		for (int number = 1; number <= 5; number++) {
			int each = number;
			this.index.apply(List.of(new IndexChange.Put(aShow(990_060 + number, "Paged " + number, (change) -> {
				change.subjects = new Subjects(List.of("Paging"), List.of("odd " + each % 2), List.of(), List.of());
				change.score = Shows.rated(each, 10L);
			}))));
		}
		String question = "/v1/search?filter%5Bgenre%5D=paging&sort=score&facets=theme,year&page%5Bsize%5D=2";
		assertThat(get(question)).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"data":[{"attributes":{"title":"Paged 5"},"meta":{"reason":"filter"}},{"attributes":{"title":"Paged 4"}}],
							"meta":{"total":5,"facets":{"theme":[{"value":"odd 1","count":3},{"value":"odd 0","count":2}],
							"year":[{"value":"2006","count":5}]}}}""");
		assertThat(get(question)).bodyJson().doesNotHavePath("$.data[0].meta.rankScore");
		List<String> titles = new ArrayList<>();
		for (String page = question; page != null;) {
			JsonNode answer = JsonMapper.shared().readTree(body(get(page)));
			answer.path("data").forEach((each) -> titles.add(each.path("attributes").path("title").asString()));
			page = answer.path("links").path("next").asStringOpt().orElse(null);
		}
		assertThat(titles).containsExactly("Paged 5", "Paged 4", "Paged 3", "Paged 2", "Paged 1");
		for (String nothing : List.of("q=paging&filter%5Byear%5D%5Bgt%5D=2006&filter%5Bgenre%5D=paging",
				"type=MOVIE&filter%5Btype%5D=TV&filter%5Bgenre%5D=paging")) {
			assertThat(get("/v1/search?" + nothing)).hasStatusOk()
				.bodyJson()
				.extractingPath("$.data")
				.asArray()
				.isEmpty();
		}
	}

	@Test
	void showsAdultAnimeToThoseWhoMaySeeThemAndAskForThem() {
		this.index
			.apply(List.of(new IndexChange.Put(aShow(990_070, "Hidden Paging", (change) -> change.adult = true))));
		String question = "/v1/search?q=hidden%20paging";
		assertThat(get(question + "&includeAdult=true")).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(as("catalogue.read", question + "&includeAdult=true")).hasStatus(HttpStatus.FORBIDDEN);
		for (MvcTestResult answer : List.of(get(question), as("catalogue.adult", question))) {
			assertThat(answer).hasStatusOk().bodyText().doesNotContain("Hidden Paging");
		}
		assertThat(as("catalogue.adult", question + "&includeAdult=true")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.data[0].attributes.title")
			.isEqualTo("Hidden Paging");
	}

	private MvcTestResult as(String scope, String path) {
		return this.http.get()
			.uri(URI.create(path))
			.with(SecurityMockMvcRequestPostProcessors.jwt().authorities(new SimpleGrantedAuthority("SCOPE_" + scope)))
			.exchange();
	}

	private static String body(MvcTestResult answer) {
		try {
			return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
