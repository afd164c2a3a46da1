package io.mokuroku.search.query;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.search.Shows;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.web.ApiProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class FilterParametersTests {

	private static final IndexedAnime SHOW = Shows.aShow(1, "Show", (change) -> {
		change.subjects = new Subjects(List.of("Drama", "Sci-Fi"), List.of(), List.of("Josei"), List.of("a, b"));
		change.score = new Score(8.5, 8.5, 8.5, 1_000L, null, 8.0, List.of());
	});

	private static final IndexedAnime FILM = Shows.aShow(2, "Film", (change) -> {
		change.type = AnimeType.MOVIE;
		change.subjects = new Subjects(List.of("Horror"), List.of(), List.of(), List.of());
		change.episodes = null;
		change.airing = Airing.of(AiringStatus.UNKNOWN, null, null);
		change.sources = List.of(SourceLink.ofKey("ANIDB#2"));
	});

	private static final AnimeId SEQUEL = Shows.aShow(3, "Show II").id();

	private final FilterParameters parameters = new FilterParameters(
			(id) -> id.equals(SEQUEL) ? List.of(SEQUEL, SHOW.id()) : List.of(id));

	@ParameterizedTest
	@ValueSource(strings = { "filter[type]=TV", "filter[type]=tv", "filter[type][in]=ova,TV", "filter[type][ne]=MOVIE",
			"filter[type][notIn]=MOVIE,OVA", "filter[genre]=DRAMA", "filter[genre][in]=drama,action",
			"filter[tag]=a, b", "filter[tag][in]=x,a\\, b", "filter[subject]=josei", "filter[season]=fall",
			"filter[provider]=myanimelist", "filter[year]=2006", "filter[year][in]=2005,2006",
			"filter[year][ne]=2007&filter[type]=TV", "filter[year][notIn]=2007,2008&filter[type]=TV",
			"filter[year][gt]=2005", "filter[year][gte]=2006", "filter[score][gt]=8.4", "filter[bayesianScore][lte]=8",
			"filter[votes][lt]=1001", "filter[episodes][gte]=1", "filter[must][type]=TV", "filter[mustNot][type]=MOVIE",
			"filter[mustNot][genre][in]=horror,action", "filter[should][type]=TV&filter[should][genre]=action",
			"filter[should][type][ne]=MOVIE", "filter[mustNot][year][gt]=2006&filter[type]=TV",
			"filter[added]=2026-11-22&filter[type]=TV", "filter[added][lt]=2026-11-22T10:00:01Z&filter[type]=TV",
			"filter[added][lte]=2026-11-22&filter[type]=TV", "filter[genre]=drama&filter[genre]=sci-fi",
			"filter[lifecycle]=draft&filter[type]=TV" })
	void letsPassWhatIsAskedFor(String query) {
		AnimeFilter filter = read(query);
		assertThat(filter.passes(SHOW)).as("show").isTrue();
		assertThat(filter.passes(FILM)).as("film").isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "filter[should][genre]=action&filter[should][year][lt]=2000", "filter[year][gt]=2006",
			"filter[year][lt]=2006", "filter[added][gt]=2026-11-22", "filter[added][lt]=2026-11-22",
			"filter[genre]=drama&filter[genre]=horror",
			"filter[genre][in]=drama,horror&filter[mustNot][type][in]=tv,movie" })
	void letsNothingElsePass(String query) {
		AnimeFilter filter = read(query);
		assertThat(filter.passes(SHOW)).as("show").isFalse();
		assertThat(filter.passes(FILM)).as("film").isFalse();
	}

	@Test
	void takesAnAnimeForAllThatBelongsWithIt() {
		assertThat(read("filter[franchise]=" + SEQUEL).passes(SHOW)).isTrue();
		assertThat(read("filter[franchise]=" + SEQUEL).passes(FILM)).isFalse();
		assertThat(read("filter[franchise][ne]=" + SEQUEL).passes(SHOW)).isFalse();
		assertThat(read("filter[mustNot][franchise]=" + SEQUEL).passes(FILM)).isTrue();
		assertThat(read("filter[id]=" + FILM.id()).passes(FILM)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "filter[nothing]=1|no field", "filter[year][around]=1|operators are",
			"filter[all][year]=1|no field", "filter[]=1|filters are written", "filter[year][gte][x]=1|filters",
			"filter[type]=book|known are TV", "filter[type][gt]=TV|type takes eq, ne, in, notIn",
			"filter[year]=soon|not a number", "filter[year]=NaN|not a number", "filter[year]=Infinity|not a number",
			"filter[airedFrom]=soon|a date as", "filter[airedFrom]=2026-02-30|a date as",
			"filter[genre]=|a value is missing", "filter[genre][in]=a,,b|a value is missing",
			"filter[id]=1|ids are UUIDs", "filter[franchise]=naruto|ids are UUIDs",
			"filter[mustNot][genre][ne]=a|denies twice", "filter[mustNot][genre][notIn]=a|denies twice",
			"filter[mustNot][year][ne]=1|denies twice", "filter[should][year][notIn]=1,2|no alternative" })
	void saysWhatItDoesNotUnderstand(String query, String detail) {
		assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> read(query)).withMessageContaining(detail);
	}

	@Test
	void takesOnlySoMuch() {
		String values = String.join(",", IntStream.range(0, 51).mapToObj(String::valueOf).toList());
		assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> read("filter[genre][in]=" + values));
		assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> read("filter[genre]=" + "a".repeat(201)));
		String many = String.join("&", IntStream.range(0, 21).mapToObj((i) -> "filter[genre]=" + i).toList());
		assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> read(many)).withMessageContaining("20 conditions");
		assertThat(read(many.substring(many.indexOf('&') + 1)).clauses()).hasSize(20);
		String years = String.join(",", IntStream.range(1900, 1950).mapToObj(String::valueOf).toList());
		String full = String.join("&", Collections.nCopies(4, "filter[mustNot][year][in]=" + years));
		assertThat(read(full).clauses()).isNotEmpty();
		assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> read(full + "&filter[type]=TV"))
			.withMessageContaining("200 values");
		String five = String.join(",", Collections.nCopies(50, SEQUEL.toString())) + "&filter[franchise][ne]="
				+ String.join("&filter[franchise][ne]=", Collections.nCopies(4, SEQUEL.toString()));
		assertThat(read("filter[franchise][in]=" + five).clauses()).isNotEmpty();
		assertThatExceptionOfType(ApiProblem.class)
			.isThrownBy(() -> read("filter[franchise][in]=" + five + "&filter[franchise]=" + SEQUEL))
			.withMessageContaining("5 franchises");
	}

	private AnimeFilter read(String query) {
		Map<String, List<String>> all = new LinkedHashMap<>();
		Arrays.stream(query.split("&", -1))
			.map((pair) -> pair.split("=", 2))
			.forEach((pair) -> all.merge(pair[0], List.of(pair[1]),
					(left, right) -> Stream.concat(left.stream(), right.stream()).toList()));
		return this.parameters.read(all, false);
	}

}
