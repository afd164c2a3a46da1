package io.mokuroku.catalogue.store;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeCharacter.VoiceActor;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.Department;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.catalogue.correction.ProposedLists;
import io.mokuroku.catalogue.correction.ProposedLists.Told;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;

final class ProposedListsTests {

	private static final AnimeId ANIME = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#21"));

	private static final String[] LATIN = { "ka", "shi", "mo", "ri", "to", "yu", "ne", "ha", "ryo", "gen", "tsu",
			"wa" };

	private static final String KANJI = "星手紙海賊王冒険島空夜明剣心竜神風雷火水土木金月日光影愛友情戦始終旅路";

	private final Random random = new Random(7);

	private final DynamoDbClient dynamo = LocalEngines.start().dynamo();

	private final EntryParts parts = new EntryParts(this.dynamo);

	@BeforeEach
	void forgetEntries() {
		LocalEngines.start().reset();
	}

	@Test
	void keepsTheListsOfTheLongestAnimeInOneItem() {
		ProposedLists lists = lists(1_100, 1_400, 300);
		this.parts.putProposedLists(ANIME, lists);
		assertThat(this.parts.findProposedLists(ANIME)).hasValue(lists);
		assertThat(packedBytes()).isBetween(50_000, 390_000);
	}

	@Test
	void letsGoOfWhatSourcesSayBeforeTheListsThemselves() {
		ProposedLists lists = lists(1_100, 1_400, 300);
		Map<String, Map<String, Told>> much = new TreeMap<>();
		for (int source = 0; source < 12; source++) {
			much.put("source-" + source, told());
		}
		this.parts.putProposedLists(ANIME,
				new ProposedLists(lists.episodes(), lists.characters(), lists.staff(), much));
		assertThat(this.parts.findProposedLists(ANIME))
			.hasValue(new ProposedLists(lists.episodes(), lists.characters(), lists.staff(), Map.of()));
	}

	@Test
	void keepsNoListsThatAreTooLongAndForgetsThoseBefore() {
		this.parts.putProposedLists(ANIME, lists(1, 1, 1));
		this.parts.putProposedLists(ANIME, lists(1, 9_000, 1));
		assertThat(this.parts.findProposedLists(ANIME)).isEmpty();
	}

	private int packedBytes() {
		Map<String, AttributeValue> item = this.dynamo
			.getItem((get) -> get.tableName(EntryItems.TABLE).key(EntryItems.partKey(ANIME, "proposed-lists")))
			.item();
		return item.getOrDefault("packed", AttributeValue.fromS("")).b().asByteArrayUnsafe().length;
	}

	private ProposedLists lists(int episodes, int characters, int staff) {
		List<Episode> listed = IntStream.rangeClosed(1, episodes).mapToObj(this::episode).toList();
		Map<String, Map<String, Told>> told = new TreeMap<>();
		told.put("myanimelist", told());
		told.put("kitsu", told());
		told.put("anilist", told());
		return ProposedLists.of(
				new Corrections.Shown(ANIME, listed,
						IntStream.range(0, characters).mapToObj((_) -> character()).toList(),
						IntStream.range(0, staff).mapToObj((_) -> member()).toList()),
				(episodes > 1) ? told : Map.of());
	}

	private Map<String, Told> told() {
		Map<String, Told> told = new TreeMap<>();
		for (int number = 1; number <= 1_100; number++) {
			told.put(Integer.toString(number), new Told(latin(5), date(number)));
		}
		return told;
	}

	private Episode episode(int number) {
		return new Episode(ANIME, EpisodeNumber.regular(number), latin(5), kanji(14), latin(6), date(number), 1440,
				"A synopsis, which nobody needs here.", Episode.State.COMPLETE);
	}

	private AnimeCharacter character() {
		return new AnimeCharacter(ANIME, id(), latin(2), kanji(6), List.of(latin(2)), CharacterRole.SUPPORTING,
				AnimeCharacter.Profile.NONE, List.of(),
				Map.of(Provider.MYANIMELIST, (long) this.random.nextInt(50_000)),
				List.of(new VoiceActor(id(), latin(2), "ja"), new VoiceActor(id(), latin(2), "en")),
				List.of(page("https://myanimelist.net/character/"), page("https://anilist.co/character/"),
						page("https://kitsu.app/characters/")));
	}

	private StaffMember member() {
		return new StaffMember(ANIME, id(), latin(2), kanji(4),
				List.of(new StaffMember.Role("EPISODE_DIRECTOR", Department.DIRECTION, "Episode Director",
						"eps " + this.random.nextInt(1_000)),
						new StaffMember.Role("STORYBOARD", Department.DIRECTION, "Storyboard", null)),
				StaffMember.Person.NONE,
				List.of(page("https://myanimelist.net/people/"), page("https://anilist.co/staff/")));
	}

	private UUID id() {
		return new UUID(this.random.nextLong(), this.random.nextLong());
	}

	private URI page(String prefix) {
		return URI.create(prefix + this.random.nextInt(300_000));
	}

	private static LocalDate date(int number) {
		return LocalDate.of(1999, 10, 20).plusWeeks(number);
	}

	private String latin(int words) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < words * 3; i++) {
			text.append((i > 0 && i % 3 == 0) ? " " : "").append(LATIN[this.random.nextInt(LATIN.length)]);
		}
		return text.toString();
	}

	private String kanji(int length) {
		return this.random.ints(length, 0, KANJI.length())
			.collect(StringBuilder::new, (text, place) -> text.append(KANJI.charAt(place)), StringBuilder::append)
			.toString();
	}

}
