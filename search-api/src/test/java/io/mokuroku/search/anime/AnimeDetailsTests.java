package io.mokuroku.search.anime;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Media;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Questions;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Statistics;
import io.mokuroku.catalogue.Titles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class AnimeDetailsTests {

	private static final URI PAGE = URI.create("https://example.org/1");

	@Test
	void servesAllThatEnrichmentKnows() {
		AnimeEntry entry = Entries.aDraft("Hoshi no Tegami", "MYANIMELIST#1").with((change) -> {
			change.titles = new Titles("Hoshi no Tegami", null, null, List.of(), Map.of("de", List.of("Sternenbrief")));
			change.production = new Production(List.of("Kasumi"), List.of(), null, List.of(), null,
					List.of(new Production.Company(AnimeId.company("kasumi"), "Kasumi", List.of(PAGE))));
			change.score = new Score(8.275, 8.35, 8.277231, 10L, null, 7.125, List.of(Provider.KITSU));
			change.relations = List.of(new Relation(RelationType.PREQUEL, SourceLink.ofKey("MYANIMELIST#2"), null, null,
					null, List.of(), true));
			change.details = new Details(null, null, List.of(), Media.NONE,
					Map.of(Provider.ANILIST,
							new Statistics(8.0, 90L, null, null, null, null, Map.of(),
									List.of(new Statistics.ContextualRank(42, "most popular", "TV", 2026, "FALL")))),
					Map.of(), Questions.NONE, 3, 7,
					List.of(new Details.Popularity(LocalDate.of(2026, 11, 22), 71_230)));
		});
		JsonNode json = json(AnimeDetails.resource(entry, new PictureSettings(null)));
		assertThat(json.at("/titles/byLanguage/de/0").asString()).isEqualTo("Sternenbrief");
		assertThat(json.at("/production/companies/0/links/0").asString()).isEqualTo(PAGE.toString());
		assertThat(json.at("/score/mean").asDouble()).isEqualTo(8.28);
		assertThat(json.at("/score/agm").asDouble()).isEqualTo(8.28);
		assertThat(json.at("/score/bayesian").asDouble()).isEqualTo(7.13);
		assertThat(json.at("/relations/0/derived").asBoolean()).isTrue();
		assertThat(json.at("/statistics/ANILIST/contextualRanks/0/rank").asInt()).isEqualTo(42);
		assertThat(json.at("/episodesAired").asInt()).isEqualTo(7);
		assertThat(json.at("/popularity/0/members").asInt()).isEqualTo(71_230);
	}

	@Test
	void servesWhereAndWhenAnEpisodeIsShown() {
		Episode episode = new Episode(AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#1")), EpisodeNumber.regular(1),
				"Rain", null, null, null, null, null, Episode.State.COMPLETE,
				new Episode.Details(null, null, null, Instant.parse("2026-10-04T14:30:00Z"), true, null, List.of(),
						Map.of("de", "Regen"), List.of(new Media.StreamingLink("Netflix", PAGE))));
		JsonNode json = json(EpisodeDetails.resource(episode));
		assertThat(json.at("/airedAtDerived").asBoolean()).isTrue();
		assertThat(json.at("/titles/de").asString()).isEqualTo("Regen");
		assertThat(json.at("/streaming/0/platform").asString()).isEqualTo("Netflix");
	}

	@Test
	void namesWhereOurCopyOfAPictureIsServed() {
		AnimeEntry entry = Entries.aDraft("Hoshi no Tegami", "MYANIMELIST#1")
			.with((change) -> change.artwork = new Artwork(PAGE, null, "images/ab12"));
		URI address = URI.create("https://d111111abcdef8.cloudfront.net");
		JsonNode served = json(AnimeDetails.resource(entry, new PictureSettings(address)));
		assertThat(served.at("/artwork/stored").asString())
			.isEqualTo("https://d111111abcdef8.cloudfront.net/images/ab12");
		assertThat(served.at("/artwork/picture").asString()).isEqualTo(PAGE.toString());
		JsonNode unserved = json(AnimeDetails.resource(entry, new PictureSettings(null)));
		assertThat(unserved.at("/artwork/stored").isMissingNode() || unserved.at("/artwork/stored").isNull()).isTrue();
		assertThat(unserved.at("/artwork/storedKey").asString()).isEqualTo("images/ab12");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://example.org", "example.org", "https://example.org/a", "https://example.org/?a" })
	void refusesOtherAddressesOfPictures(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> new PictureSettings(URI.create(address)));
	}

	private static JsonNode json(Object resource) {
		return JsonMapper.shared().valueToTree(resource).at("/attributes");
	}

}
