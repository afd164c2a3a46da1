package io.mokuroku.search;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Department;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexChange;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.mokuroku.search.Shows.aShow;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The routes of the service, which has no embedding model here.
 */
final class SearchApiTests extends RunningSearchApi {

	private final AnimeStore store;

	private final AnimeIndex index;

	SearchApiTests(MockMvcTester http, AnimeStore store, AnimeIndex index) {
		super(http);
		this.store = store;
		this.index = index;
	}

	@Test
	void answersFromWordsAloneAndSaysSo() {
		this.index.apply(List.of(new IndexChange.Put(aShow(19, "Monster", "Naoki Urasawa's Monster", "モンスター"))));
		assertThat(get("/v1/search?q=monstr")).hasStatusOk()
			.hasContentType(JSON_API)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"data":[{"type":"anime","attributes":{"title":"Monster","year":2006},
							"meta":{"reason":"similar_title","matchedTitle":"Monster"}}],"meta":{"degraded":true,"withVector":0}}""");
		assertThat(get("/v1/search?q=%E3%83%A2%E3%83%B3%E3%82%B9%E3%82%BF%E3%83%BC")).bodyJson()
			.extractingPath("$.meta.degraded")
			.isEqualTo(false);
		assertThat(get("/v1/index")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.data.attributes.pending")
			.satisfies((pending) -> assertThat((Integer) pending).isPositive());
	}

	@Test
	void tellsWhatItUnderstoodAndCompletesTitlesAndFindsSimilarOnes() {
		AnimeEntry entry = Entries.aDraft("Kage no Uta", "MYANIMELIST#990051");
		this.store.add(List.of(entry));
		this.index.apply(List.of(IndexChange.of(entry, null), new IndexChange.Put(aShow(990052, "Hikari no Uta"))));
		assertThat(get("/v1/search?q=mystery%20after%202005&limit=1")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"data":[{"meta":{"reason":"filter"}}],"meta":{"understood":{"text":"","parts":[
				{"kind":"year","words":"after 2005","value":"2006.."},
				{"kind":"subject","words":"mystery","value":"mystery"}]}}}""");
		assertThat(get("/v1/search?q=kage%20no%20utta")).bodyJson()
			.extractingPath("$.meta.didYouMean")
			.isEqualTo("Kage no Uta");
		assertThat(get("/v1/suggest?q=kage")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"data":[{"type":"anime","attributes":{"completion":"Kage no Uta"}}],"meta":{"total":1}}""");
		assertThat(get("/v1/anime/mal:990051/similar?excludeFranchise=true&limit=50")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.data[*].attributes.title")
			.asArray()
			.contains("Hikari no Uta")
			.doesNotContain("Kage no Uta");
		refused(get("/v1/suggest?q="), "invalid_parameter", "q");
		refused(get("/v1/suggest?q=" + "a".repeat(201)), "invalid_parameter", "q");
		refused(get("/v1/anime/mal:990051/similar?limit=0"), "invalid_parameter", "limit");
		assertThat(get("/v1/anime/mal:990059/similar")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "q=", "q=%20", "q=%E3%80%80", "q=%09%0A" })
	void refusesABlankQuestion(String query) {
		refused(get("/v1/search?" + query), "invalid_parameter", "q");
	}

	@ParameterizedTest
	@CsvSource({ "q=a&limit=0,limit", "q=a&limit=51,limit", "q=a&limit=ten,limit", "q=a&type=BOOK,type",
			"q=a&type=tv,type", "q=a&status=over,status", "q=a&year=1906,year", "q=a&year=2201,year", "q=a&year=x,year",
			"sort=best,sort", "sort=-score,sort", "q=a&facets=score,facets", "q=a&facets=,facets",
			"q=a&page%5Bsize%5D=51,page[size]", "q=a&page%5Bcursor%5D=AAAA,page[cursor]",
			"filter%5Byear%5D%5Bgt%5D=x,filter[year][gt]",
			"filter%5BmustNot%5D%5Bgenre%5D%5Bne%5D=x,filter[mustNot][genre][ne]", "filter%5Bgene%5D=x,filter[gene]" })
	void saysWhichParameterIsWrong(String query, String parameter) {
		refused(get("/v1/search?" + query), "invalid_parameter", parameter);
	}

	@Test
	void saysWhichParameterIsMissingTooLongOrUnknown() {
		refused(get("/v1/search"), "missing_parameter", "q");
		assertThat(get("/v1/search?q=" + "a".repeat(2_000))).hasStatusOk();
		refused(get("/v1/search?q=" + "a".repeat(2_001)), "invalid_parameter", "q");
		refused(get("/v1/search?q=a&includeAdlt=true"), "unknown_parameter", "includeAdlt");
		refused(get("/v1/index?q=a"), "unknown_parameter", "q");
		refused(get("/v1/anime/mal:1?fields=title"), "unknown_parameter", "fields");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'%20OR%201=1--", "%7B%22$gt%22:%22%22%7D", "*:*", "%22", "a%5C", "(((((", "%F0%9F%8E%AC",
			"%EF%BF%BF", "AND%20OR%20NOT", "%3Cscript%3E" })
	void takesWhateverPeopleTypeForText(String question) {
		assertThat(get("/v1/search?q=" + question)).hasStatusOk();
	}

	@Test
	void givesAnEntryAMarkByWhichClientsKnowItAgain() {
		AnimeEntry entry = Entries.aDraft("Cowboy Bebop", "MYANIMELIST#1");
		this.store.add(List.of(entry));
		MvcTestResult first = get("/v1/anime/mal:1");
		String mark = Objects.requireNonNull(first.getResponse().getHeader(HttpHeaders.ETAG));
		assertThat(mark).startsWith("\"1-");
		assertThat(first.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).as("a copy may be kept and asked about")
			.isEqualTo("no-cache");
		for (String known : List.of(mark, "W/" + mark, "\"other\", " + mark)) {
			assertThat(conditional("/v1/anime/mal:1", known)).hasStatus(HttpStatus.NOT_MODIFIED).body().isEmpty();
		}
		assertThat(conditional("/v1/anime/mal:1", "\"other\"")).hasStatusOk();
		this.store.save(entry.with((change) -> change.revision = change.revision.next(Entries.CREATED, null)), entry,
				null);
		assertThat(conditional("/v1/anime/mal:1", mark)).hasStatusOk();
	}

	@Test
	void tellsHowItKnowsAndWhoIsInIt() {
		AnimeEntry entry = Entries.aDraft("Hoshi no Tegami", "MYANIMELIST#990041")
			.with((change) -> change.provenance = Map.of("synopsis",
					new Provenance("kitsu", Entries.CREATED, "PRIORITY", 0.6)));
		this.store.add(List.of(entry));
		EntryParts parts = Stores.parts(LocalEngines.start().dynamo());
		parts.replaceCharacters(entry.id(),
				List.of(new AnimeCharacter(entry.id(), entry.id().character("riku"), "Riku Hayama", "葉山陸", List.of(),
						CharacterRole.MAIN, AnimeCharacter.Profile.NONE, List.of(), Map.of(), List.of(), List.of())));
		parts.replaceStaff(entry.id(),
				List.of(new StaffMember(entry.id(), entry.id().person("kana"), "Kana Ono", null,
						List.of(new StaffMember.Role("DIRECTOR", Department.DIRECTION, "Director", null)),
						StaffMember.Person.NONE, List.of())));
		assertThat(get("/v1/anime/mal:990041")).bodyJson()
			.extractingPath("$.data.attributes.provenance.synopsis.source")
			.isEqualTo("kitsu");
		assertThat(get("/v1/anime/mal:990041/characters")).bodyJson()
			.extractingPath("$.data[0].attributes.role")
			.isEqualTo("MAIN");
		assertThat(get("/v1/anime/mal:990041/staff")).bodyJson()
			.extractingPath("$.data[0].attributes.roles[0].department")
			.isEqualTo("DIRECTION");
	}

	@Test
	void findsNoAdultEntryByItsIdWhicheverWayItIsMarked() {
		AnimeEntry marked = Entries.aDraft("Hidden One", "MYANIMELIST#901").with((change) -> change.adult = true);
		AnimeEntry rated = Entries.aDraft("Hidden Two", "MYANIMELIST#902")
			.with((change) -> change.rating = AgeRating.RX);
		AnimeEntry tagged = Entries.aDraft("Hidden Three", "MYANIMELIST#903")
			.with((change) -> change.subjects = Subjects.ofTags(List.of("hentai")));
		this.store.add(List.of(marked, rated, tagged));
		for (AnimeEntry hidden : List.of(marked, rated, tagged)) {
			for (String part : List.of("", "/episodes", "/characters", "/staff")) {
				assertThat(get("/v1/anime/" + hidden.id() + part)).hasStatus(HttpStatus.NOT_FOUND);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "what", "mal:0", "imdb:1", "mal:" })
	void saysWhatIsNoId(String id) {
		refused(get("/v1/anime/" + id), "invalid_parameter", "id");
		refused(get("/v1/anime/" + id + "/episodes"), "invalid_parameter", "id");
	}

	@Test
	void refusesAnIdLongerThanAnyProviderHas() {
		refused(get("/v1/anime/anime-planet:" + "a".repeat(3_000)), "invalid_parameter", "id");
	}

	@Test
	void answersEveryFailureWithAnErrorDocument() {
		assertThat(get("/v1/anime/mal:999999")).hasStatus(HttpStatus.NOT_FOUND)
			.hasContentType(JSON_API)
			.bodyJson()
			.extractingPath("$.errors[0].code")
			.isEqualTo("anime_not_found");
		assertThat(this.http.post().uri("/v1/search")).hasStatus(HttpStatus.UNAUTHORIZED).hasContentType(JSON_API);
		assertThat(this.http.get().uri("/v1/search?q=a").accept("text/html")).hasStatus(HttpStatus.NOT_ACCEPTABLE)
			.hasContentType(JSON_API);
	}

	private MvcTestResult conditional(String path, String known) {
		return this.http.get().uri(URI.create(path)).header(HttpHeaders.IF_NONE_MATCH, known).exchange();
	}

}
