package io.mokuroku.search.anime;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.Department;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.Standing;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.EntryWrite;
import io.mokuroku.catalogue.store.SaveOutcome;
import io.mokuroku.search.RunningSearchApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

final class AnimeViewsTests extends RunningSearchApi {

	private final AnimeStore store;

	private final EntryParts parts;

	AnimeViewsTests(MockMvcTester http, AnimeStore store, EntryParts parts) {
		super(http);
		this.store = store;
		this.parts = parts;
	}

	@Test
	void leavesOutAttributesThatNobodyAskedFor() {
		add(Entries.aDraft("Kumo no Ito", "MYANIMELIST#881001"));
		assertThat(get("/v1/anime/mal:881001?fields%5Banime%5D=titles,type")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.data.attributes")
			.asMap()
			.containsOnlyKeys("titles", "type");
		assertThat(get("/v1/anime/mal:881001?fields%5Banime%5D=")).bodyJson()
			.extractingPath("$.data.attributes")
			.asMap()
			.isEmpty();
		assertThat(get("/v1/anime/mal:881001")).bodyJson().doesNotHavePath("$.included");
	}

	@Test
	void bringsWhatBelongsToItAndNamesEachThing() {
		AnimeEntry sequel = Entries.aDraft("Kaze no Oto 2", "MYANIMELIST#881003");
		AnimeEntry hidden = Entries.aDraft("Kaze no Oto X", "MYANIMELIST#881004").with((change) -> change.adult = true);
		AnimeEntry entry = Entries.aDraft("Kaze no Oto", "MYANIMELIST#881002").with((change) -> {
			change.relations = List.of(new Relation(RelationType.SEQUEL, sequel.sources().getFirst()),
					new Relation(RelationType.SIDE_STORY, hidden.sources().getFirst()),
					new Relation(RelationType.OTHER, SourceLink.ofKey("MYANIMELIST#881999")));
			change.provenance = Map.of("synopsis", new Provenance("kitsu", Entries.CREATED, "PRIORITY", 0.6));
		});
		add(sequel, hidden, entry);
		cast(entry.id());
		assertThat(get(
				"/v1/anime/mal:881002?include=episodes,characters,staff,relations,provenance&fields%5Bepisode%5D=number"))
			.hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"data":{"relationships":{
							  "episodes":{"links":{"related":"/v1/anime/%1$s/episodes"},"data":[{"type":"episode"}],"meta":{"total":1}},
							  "characters":{"data":[{"type":"character"}]},"staff":{"data":[{"type":"person"}]},
							  "relations":{"data":[{"type":"anime","id":"%2$s"}],"meta":{"total":1}},
							  "provenance":{"data":[{"type":"provenance","id":"%1$s"}]}}},
							"included":[{"type":"episode","attributes":{"number":1}},
							  {"type":"character","attributes":{"name":"Riku Hayama"}},
							  {"type":"person","attributes":{"name":"Kana Ono"}},
							  {"type":"anime","id":"%2$s","attributes":{"titles":{"main":"Kaze no Oto 2"}}},
							  {"type":"provenance","attributes":{"fields":{"synopsis":{"source":"kitsu"}}}}]}"""
						.formatted(entry.id(), sequel.id()));
		assertThat(get("/v1/anime/mal:881002?include=episodes&fields%5Bepisode%5D=number")).bodyJson()
			.extractingPath("$.included[0].attributes")
			.asMap()
			.containsOnlyKeys("number");
		assertThat(get("/v1/anime/mal:881002?include=provenance")).bodyJson()
			.doesNotHavePath("$.data.attributes.provenance");
	}

	/** Neither by itself nor as a part of what belongs with another. */
	@Test
	void namesRelatedAdultAnimeToThoseAloneWhoMayAndAsk() {
		AnimeEntry hidden = Entries.aDraft("Tsuki X", "MYANIMELIST#881020").with((change) -> change.adult = true);
		Relation byLink = new Relation(RelationType.SIDE_STORY, hidden.sources().getFirst(), null, "Tsuki X", null,
				List.of());
		Relation byId = new Relation(RelationType.OTHER, SourceLink.ofKey("ANIDB#881021"), hidden.id(), "Tsuki XX",
				null, List.of());
		AnimeEntry sequel = Entries.aDraft("Tsuki 2", "MYANIMELIST#881022")
			.with((change) -> change.relations = List.of(byLink));
		AnimeEntry entry = Entries.aDraft("Tsuki", "MYANIMELIST#881023")
			.with((change) -> change.relations = List.of(byLink,
					new Relation(RelationType.SEQUEL, sequel.sources().getFirst()), byId));
		add(hidden, sequel, entry);
		for (String query : List.of("", "?include=relations", "?include=relations&fields%5Banime%5D=relations")) {
			String path = "/v1/anime/mal:881023" + query;
			assertThat(get(path)).hasStatusOk()
				.bodyText()
				.contains("881022")
				.doesNotContain("Tsuki X", "881020", "881021", hidden.id().toString());
			assertThat(with("catalogue.adult", path + (query.isEmpty() ? "?" : "&") + "includeAdult=true"))
				.hasStatusOk()
				.bodyText()
				.contains("Tsuki X", "Tsuki XX", "881020", "881021");
		}
	}

	@Test
	void marksEachViewByItself() {
		AnimeEntry entry = Entries.aDraft("Yuki no Hi", "MYANIMELIST#881005");
		add(entry);
		String all = mark("/v1/anime/mal:881005");
		String some = mark("/v1/anime/mal:881005?fields%5Banime%5D=titles");
		String more = mark("/v1/anime/mal:881005?include=characters");
		assertThat(List.of(all, some, more)).doesNotHaveDuplicates();
		cast(entry.id());
		assertThat(mark("/v1/anime/mal:881005?include=characters")).as("what is included changed").isNotEqualTo(more);
		assertThat(this.http.get()
			.uri(URI.create("/v1/anime/mal:881005?fields%5Banime%5D=titles"))
			.header(HttpHeaders.IF_NONE_MATCH, some)
			.exchange()).hasStatus(HttpStatus.NOT_MODIFIED);
	}

	@ParameterizedTest
	@CsvSource({ "include=reviews,include", "include=,none", "'include=episodes,',include",
			"fields%5Banime%5D=title,fields[anime]", "fields%5Bepisode%5D=name,fields[episode]",
			"fields%5Bperson%5D=age,fields[person]" })
	void saysWhichNameItDoesNotKnow(String query, String parameter) {
		add(Entries.aDraft("Ame no Hi", "MYANIMELIST#881006"));
		MvcTestResult answer = get("/v1/anime/mal:881006?" + query);
		if (parameter.equals("none")) {
			assertThat(answer).hasStatusOk();
		}
		else {
			refused(answer, "invalid_parameter", parameter);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/episodes", "/characters", "/staff", "/similar" })
	void sendsOnWhoeverAsksForAMergedEntry(String route) {
		AnimeEntry survivor = Entries.aDraft("Hikari", "MYANIMELIST#881007");
		AnimeEntry merged = Entries.aDraft("Hikari TV", "ANILIST#881008");
		AnimeEntry twice = Entries.aDraft("Hikari (TV)", "KITSU#881009");
		add(survivor, merged, twice);
		merge(merged, survivor.id());
		merge(twice, merged.id());
		String query = route.isEmpty() ? "?fields%5Banime%5D=titles&include=staff" : "";
		for (AnimeEntry gone : List.of(merged, twice)) {
			assertThat(get("/v1/anime/" + gone.id() + route + query)).hasStatus(HttpStatus.MOVED_PERMANENTLY)
				.hasHeader(HttpHeaders.LOCATION, "/v1/anime/" + survivor.id() + route + query);
			assertThat(get("/v1/calendar?anime=" + gone.id())).as("of several none leads elsewhere").hasStatusOk();
		}
	}

	/** Nobody can be sent on by an id that is not in the path. */
	@Test
	void takesAMergedEntryInAListForTheOneItWasMergedInto() {
		AnimeEntry survivor = Entries.aDraft("Hoshi", "MYANIMELIST#881014");
		AnimeEntry merged = Entries.aDraft("Hoshi TV", "ANILIST#881015");
		add(survivor, merged);
		merge(merged, survivor.id());
		assertThat(get("/v1/calendar?anime=" + merged.id())).hasStatusOk();
		assertThat(get("/v1/calendar.ics?anime=" + merged.id())).hasStatusOk();
	}

	@Test
	void showsAdultEntriesToThoseAloneWhoMayAndAsk() {
		AnimeEntry hidden = Entries.aDraft("Yoru", "MYANIMELIST#881010").with((change) -> change.adult = true);
		AnimeEntry merged = Entries.aDraft("Yoru TV", "ANILIST#881011");
		add(hidden, merged);
		merge(merged, hidden.id());
		for (String path : List.of("/v1/anime/mal:881010", "/v1/anime/mal:881010/staff", "/v1/ids/mal/881010",
				"/v1/anime/" + merged.id())) {
			assertThat(get(path)).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(get(path + "?includeAdult=true")).hasStatus(HttpStatus.UNAUTHORIZED);
			assertThat(with("catalogue.read", path + "?includeAdult=true")).hasStatus(HttpStatus.FORBIDDEN)
				.hasHeader(HttpHeaders.WWW_AUTHENTICATE,
						"Bearer realm=\"mokuroku\", error=\"insufficient_scope\", scope=\"catalogue.adult\"");
			assertThat(with("catalogue.adult", path)).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(with("catalogue.adult", path + "?includeAdult=true"))
				.hasStatus(path.contains(merged.id().toString()) ? HttpStatus.MOVED_PERMANENTLY : HttpStatus.OK);
		}
	}

	@Test
	void leadsFromOneProvidersIdToAllOthers() {
		AnimeEntry entry = Entries.aDraft("Mori no Koe", "MYANIMELIST#881012", "ANIDB#881013", "ANIME_PLANET#mori")
			.with((change) -> change.standing = Standing.NONE
				.withSuspects(List.of(new Standing.SuspectLink(SourceLink.ofKey("ANIME_PLANET#mori"), 2)), "2026-47"));
		add(entry);
		assertThat(get("/v1/ids/anidb/881013")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"data":{"type":"ids","id":"%s","attributes":{"ids":[
				{"provider":"myanimelist","id":"881012","reference":"myanimelist:881012",
				 "url":"https://myanimelist.net/anime/881012",
				 "evidence":{"saidBy":["dataset"],"since":"2026-11-22T10:00:00Z","mintedFrom":true}},
				{"provider":"anidb","id":"881013","evidence":{"saidBy":["dataset"]}},
				{"provider":"anime_planet","id":"mori","evidence":{"missedReleases":2}}]}}}""".formatted(entry.id()));
		assertThat(get("/v1/ids/anidb/881999")).hasStatus(HttpStatus.NOT_FOUND);
		refused(get("/v1/ids/imdb/1"), "invalid_parameter", "provider");
		refused(get("/v1/ids/mal/nought"), "invalid_parameter", "externalId");
		assertThat(get("/v1/anime/anidb:881013/similar")).as("any id, wherever one is taken")
			.bodyText()
			.containsAnyOf("the index has no such anime yet", "\"meta\":{\"total\"");
	}

	private void add(AnimeEntry... entries) {
		this.store.add(List.of(entries));
	}

	private void merge(AnimeEntry entry, AnimeId into) {
		AnimeEntry before = this.store.find(entry.id()).orElseThrow();
		if (before.mergedInto() == null) {
			AnimeEntry after = before.redirectedTo(into)
				.with((change) -> change.revision = before.revision().next(Entries.CREATED, null));
			assertThat(this.store.commitAll(List.of(new EntryWrite(before, after)))).isEqualTo(SaveOutcome.SAVED);
		}
	}

	private void cast(AnimeId id) {
		this.parts.putEpisodes(List.of(new Episode(id, EpisodeNumber.regular(1), "Rain", null, null, null, null, null,
				Episode.State.COMPLETE, Episode.Details.NONE)));
		this.parts.replaceCharacters(id,
				List.of(new AnimeCharacter(id, id.character("riku"), "Riku Hayama", null, List.of(), CharacterRole.MAIN,
						AnimeCharacter.Profile.NONE, List.of(), Map.of(), List.of(), List.of())));
		this.parts.replaceStaff(id,
				List.of(new StaffMember(id, id.person("kana"), "Kana Ono", null,
						List.of(new StaffMember.Role("DIRECTOR", Department.DIRECTION, "Director", null)),
						StaffMember.Person.NONE, List.of())));
	}

	private String mark(String path) {
		return Objects.requireNonNull(get(path).getResponse().getHeader(HttpHeaders.ETAG));
	}

	private MvcTestResult with(String scope, String path) {
		return this.http.get()
			.uri(URI.create(path))
			.with(SecurityMockMvcRequestPostProcessors.jwt().authorities(new SimpleGrantedAuthority("SCOPE_" + scope)))
			.exchange();
	}

}
