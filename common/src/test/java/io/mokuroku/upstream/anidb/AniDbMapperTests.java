package io.mokuroku.upstream.anidb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.SourceMaterial;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.Fixtures;
import io.mokuroku.upstream.NotesOfTests;
import io.mokuroku.upstream.SubjectFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class AniDbMapperTests {

	private static final Instant FETCHED = Instant.parse("2026-11-22T12:00:00Z");

	private final NotesOfTests heard = new NotesOfTests();

	@Test
	void readsAnAnswer() throws IOException {
		AnimeFacts facts = facts(AniDbElement.read(Fixtures.bytes("anidb/anime.xml")));
		assertThat(facts.link()).isEqualTo(SourceLink.ofKey("ANIDB#990001"));
		assertThat(facts.titles().main()).isEqualTo("Hoshi no Tegami");
		assertThat(facts.titles().japanese()).isEqualTo("星の手紙");
		assertThat(facts.titles().byLanguage()).containsEntry("ja-Latn", List.of("Hoshi no Tegami"));
		assertThat(facts.release().type()).isEqualTo(AnimeType.TV);
		assertThat(facts.statistics().score()).isEqualTo(7.41);
		assertThat(facts.statistics().scoredBy()).isEqualTo(312);
		assertThat(facts.relations().anime()).singleElement()
			.satisfies((relation) -> assertThat(relation.type()).isEqualTo(RelationType.SIDE_STORY));
		assertThat(this.heard.notes()).isEmpty();
	}

	@Test
	void knowsMyAnimeListAsItsSecondResource() throws IOException {
		assertThat(facts(AniDbElement.read(Fixtures.bytes("anidb/anime.xml"))).sameAs())
			.containsExactly(SourceLink.ofKey("MYANIMELIST#990041"));
	}

	@Test
	void tellsNoStatusButWhatFollowsFromTheDates() throws IOException {
		assertThat(facts(AniDbElement.read(Fixtures.bytes("anidb/anime.xml"))).airing().status())
			.isEqualTo(AiringStatus.ONGOING);
		assertThat(facts("<anime id='990001'><type>Movie</type><startdate>2026-11-01</startdate></anime>").airing()
			.status()).isEqualTo(AiringStatus.FINISHED);
	}

	@Test
	void tellsNoPictureBecauseNobodyMayLinkToThem() throws IOException {
		assertThat(facts(AniDbElement.read(Fixtures.bytes("anidb/anime.xml"))).media().pictures()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "1, 7, REGULAR, 7", "2, S1, SPECIAL, 1", "3, C12, CREDIT, 12", "4, T2, TRAILER, 2", "5, P1, PARODY, 1",
			"6, O3, OTHER, 3" })
	void knowsTheSortsOfEpisodes(String type, String epno, EpisodeKind kind, BigDecimal number) {
		assertThat(episodes("<anime><episodes><episode><epno type='" + type + "'>" + epno
				+ "</epno><length>25</length></episode></episodes></anime>"))
			.singleElement()
			.satisfies((episode) -> {
				assertThat(episode.number()).isEqualTo(new EpisodeNumber(kind, number));
				assertThat(episode.durationSeconds()).isEqualTo(1500);
			});
	}

	@Test
	void listsRegularEpisodesFirstAndNoRatingOfTen() throws IOException {
		List<EpisodeFacts> episodes = new AniDbEpisodes(this.heard.asNotes())
			.episodes(AniDbElement.read(Fixtures.bytes("anidb/anime.xml")));
		assertThat(episodes.getFirst().titles().main()).isEqualTo("The First Letter");
		assertThat(episodes.getFirst().titles().romaji()).isEqualTo("Saisho no Tegami");
		assertThat(episodes.getFirst().score()).isNull();
		assertThat(episodes("""
				<anime><episodes><episode><epno type='2'>S1</epno></episode><episode><epno type='1'>10</epno></episode>
				<episode><epno type='1'>9</epno></episode></episodes></anime>"""))
			.extracting((episode) -> episode.number().toString())
			.containsExactly("regular:9", "regular:10", "special:1");
	}

	@Test
	void readsTagsButNotTheDrawersTheyLieIn() {
		AnimeFacts facts = facts("""
				<anime id='990001'><tags>
				<tag id='1' weight='0'><name>content indicators</name></tag>
				<tag id='2' weight='0'><name>original work</name></tag>
				<tag id='3' parentid='1' weight='400' globalspoiler='true'><name>violence</name></tag>
				<tag id='4' parentid='2' weight='0'><name>new</name></tag></tags></anime>""");
		assertThat(facts.subjects().tags()).containsExactly(
				new SubjectFacts.Tag("violence", null, "content indicators", 66, true, false),
				new SubjectFacts.Tag("new", null, "original work", null, false, false));
		assertThat(facts.audience().warnings()).containsExactly("violence");
		assertThat(facts.production().sourceMaterial()).isEqualTo(SourceMaterial.ORIGINAL);
	}

	@Test
	void tellsCompaniesAmongTheCreators() {
		AniDbElement anime = xml("""
				<anime id='990001'><creators><name id='950002' type='Animation Work'>Studio Kasumi</name>
				<name id='950001' type='Direction'>Mori Aya</name><name id='950001' type='Storyboard'>Mori Aya</name>
				</creators></anime>""");
		assertThat(facts(anime).production().studios()).extracting((studio) -> studio.name())
			.containsExactly("Studio Kasumi");
		assertThat(new AniDbCast(this.heard.asNotes()).staff(anime)).singleElement()
			.satisfies((row) -> assertThat(row.positions()).containsExactly("Direction", "Storyboard"));
	}

	@Test
	void readsCharactersButNotVessels() throws IOException {
		AniDbCast cast = new AniDbCast(this.heard.asNotes());
		assertThat(cast.characters(AniDbElement.read(Fixtures.bytes("anidb/anime.xml")))).singleElement()
			.satisfies((character) -> {
				assertThat(character.page()).isEqualTo(URI.create("https://anidb.net/character/940001"));
				assertThat(character.role()).isEqualTo(CharacterRole.MAIN);
				assertThat(character.voices().getFirst().language()).isEqualTo("ja");
				assertThat(character.image()).isNull();
			});
		assertThat(cast.characters(xml("""
				<anime><characters><character id='1' type='appears in'><name>Ship</name><charactertype id='4'/>
				</character></characters></anime>"""))).isEmpty();
		assertThat(this.heard.notes()).isEmpty();
	}

	@Test
	void readsGraveAccentsAsApostrophes() {
		assertThat(facts("<anime id='990001'><description>Doesn`t stop</description></anime>").texts().synopsis())
			.isEqualTo("Doesn't stop");
	}

	@Test
	void notesWhatItDoesNotKnow() {
		facts("""
				<anime id='990001'><type>Hologram</type><startdate>soon</startdate>
				<relatedanime><anime id='990002' type='Great-Aunt'>X</anime></relatedanime>
				<resources><resource type='99'/></resources></anime>""");
		episodes("<anime><episodes><episode><epno type='9'>Z1</epno></episode></episodes></anime>");
		assertThat(this.heard.notes()).containsExactlyInAnyOrder("type: Hologram", "date: soon", "relation: Great-Aunt",
				"resource: 99", "episode number: Z1");
	}

	@Test
	void readsNoFilesAnAnswerNames(@TempDir Path folder) throws IOException {
		Path secret = Files.writeString(folder.resolve("secret"), "what nobody may read");
		String xml = "<!DOCTYPE anime [<!ENTITY secret SYSTEM '" + secret.toUri()
				+ "'>]><anime id='990001'><description>&secret;</description></anime>";
		assertThatIOException().isThrownBy(() -> AniDbElement.read(xml.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void expandsNoEntitiesOfAnAnswer() {
		String xml = "<!DOCTYPE anime [<!ENTITY a 'aaaaaaaaaa'>]><anime id='990001'><type>&a;</type></anime>";
		assertThatIOException().isThrownBy(() -> AniDbElement.read(xml.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void refusesAnswersNestedWithoutEnd() {
		String xml = "<a>".repeat(50) + "</a>".repeat(50);
		assertThatIOException().isThrownBy(() -> AniDbElement.read(xml.getBytes(StandardCharsets.UTF_8)))
			.withMessageContaining("nested deeper");
	}

	private List<EpisodeFacts> episodes(String xml) {
		return new AniDbEpisodes(this.heard.asNotes()).episodes(xml(xml));
	}

	private AnimeFacts facts(String xml) {
		return facts(xml(xml));
	}

	private AnimeFacts facts(AniDbElement anime) {
		return new AniDbMapper(this.heard.asNotes()).facts(anime, FETCHED);
	}

	private static AniDbElement xml(String xml) {
		try {
			return AniDbElement.read(xml.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
