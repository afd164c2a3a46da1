package io.mokuroku.review;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.Department;
import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.FieldChoice;
import io.mokuroku.catalogue.FieldChoice.Said;
import io.mokuroku.catalogue.Gallery;
import io.mokuroku.catalogue.Media;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Questions;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.Statistics;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.Titles;
import org.jspecify.annotations.Nullable;

/**
 * A long anime that does not exist, with everything a page can show.
 */
final class ProofEntries {

	static final int EPISODES = 100;

	static final int CHARACTERS = 200;

	private static final Instant FETCHED = Instant.parse("2026-11-21T06:30:00Z");

	private static final String SYNOPSIS = """
			A lighthouse keeper on an island without ships finds a letter in every wave. Each is addressed to somebody who \
			has not been born yet, and each tells of a day that has already been.

			Together with the girl who delivers the island's mail she begins to answer them.""";

	private ProofEntries() {
	}

	static AnimeEntry live() {
		return Entries.aDraft("Hoshi no Tegami", "MYANIMELIST#900001", "ANILIST#900002", "KITSU#900003", "ANIDB#90004");
	}

	static AnimeEntry proposal(URI pictures) {
		return live().with((change) -> {
			change.titles = new Titles("Hoshi no Tegami", "Letters from the Stars", "星の手紙",
					List.of("Letters of Stars", "Cartas de las estrellas", "Lettres des étoiles"));
			change.episodes = EPISODES;
			change.durationSeconds = 1440;
			change.airing = new Airing(AiringStatus.FINISHED, Season.SPRING, 2023,
					PartialDate.of(LocalDate.of(2023, 4, 7)), PartialDate.of(LocalDate.of(2025, 3, 14)),
					new Broadcast(DayOfWeek.FRIDAY, LocalTime.of(23, 30), Broadcast.JAPAN), null);
			change.subjects = new Subjects(List.of("Drama", "Mystery", "Slice of Life"), List.of("Island", "Letters"),
					List.of("Josei"), List.of("coastal", "female protagonist", "lighthouse", "time slip"));
			change.production = new Production(List.of("Studio Umibe"), List.of("Nagisa Pictures", "Hamabe TV"),
					"Manga");
			change.synopsis = SYNOPSIS;
			change.artwork = new Artwork(pictures.resolve("/cover-1.png"), null, null,
					new Gallery(
							List.of(new Gallery.Image(pictures.resolve("/cover-1.png"), Provider.MYANIMELIST),
									new Gallery.Image(pictures.resolve("/cover-2.png"), Provider.ANILIST)),
							List.of(new Gallery.Image(pictures.resolve("/cover-3.png"), Provider.KITSU)), List.of()));
			change.relations = List.of(relation(RelationType.SEQUEL, 900_005, "Hoshi no Tegami: Henshin"),
					relation(RelationType.SIDE_STORY, 900_006, "Hoshi no Tegami OVA"),
					new Relation(RelationType.UNSPECIFIED, SourceLink.ofKey("MYANIMELIST#900007")));
			change.provenance = provenance();
			change.details = new Details("Adapted from a web manga that ran for nine years.", null, List.of(), media(),
					Map.of(Provider.MYANIMELIST, new Statistics(8.12, 48_211L, 412, 990, 120_345L, 1_820L, Map.of()),
							Provider.ANILIST, new Statistics(7.9, null, null, 1_204, 60_221L, 2_100L, Map.of())),
					Map.of(),
					new Questions(Map.of("CORE_CONFLICT:airing.year", "d1", "CORE_CONFLICT:type", "d2"), Map.of()), 7);
			change.revision = change.revision.next(FETCHED, null);
		});
	}

	private static Relation relation(RelationType type, int number, String title) {
		SourceLink page = SourceLink.ofKey("MYANIMELIST#" + number);
		return new Relation(type, page, (number % 2 == 0) ? AnimeId.mintedFrom(page) : null, title, null,
				List.of(Provider.MYANIMELIST, Provider.ANILIST));
	}

	private static Media media() {
		return new Media(List.of(new Media.ThemeSong(1, "Nami", null, "Umi", "1-50", "#1: \"Nami\" by Umi (eps 1-50)")),
				List.of(), List.of(new Media.Trailer("YOUTUBE", "abcdefghijk", null)),
				List.of(new Media.StreamingLink("Stream", URI.create("https://stream.example/hoshi"))), Map.of());
	}

	private static Map<String, Provenance> provenance() {
		Map<String, Provenance> provenance = new LinkedHashMap<>();
		for (String field : List.of("titles.main", "titles.english", "type", "airing.status", "airing.from", "episodes",
				"synopsis", "durationSeconds", "rating", "production.studios")) {
			provenance.put(field, new Provenance("myanimelist", FETCHED, "PRIORITY", 0.9));
		}
		provenance.put("airing.year", new Provenance("anilist", FETCHED, "MAJORITY", 0.55));
		provenance.put("titles.synonyms",
				new Provenance("myanimelist", FETCHED, "UNION", 0.8, List.of("anilist", "kitsu"), null));
		return provenance;
	}

	static List<FieldChoice> choices() {
		List<FieldChoice> choices = new ArrayList<>();
		choices.add(choice("type", true, "myanimelist", "TV", "anilist", "ONA", "dataset", "TV"));
		choices.add(choice("airing.year", true, "anilist", "2023", "kitsu", "2022", "dataset", "2006"));
		choices.add(choice("titles.main", false, "dataset", "Hoshi no Tegami", "myanimelist", "Hoshi no Tegami"));
		choices.add(choice("titles.english", false, "myanimelist", "Letters from the Stars", "anilist",
				"Letters from Stars"));
		choices.add(choice("episodes", false, "myanimelist", "100", "anilist", "101"));
		choices.add(choice("airing.from", false, "myanimelist", "{\"date\":\"2023-04-07\",\"precision\":\"DAY\"}",
				"kitsu", "{\"date\":\"2023-04-01\",\"precision\":\"MONTH\"}"));
		choices.add(choice("subjects.genres", false, "myanimelist", "[\"Drama\",\"Mystery\"]", "anilist",
				"[\"Drama\",\"Slice of Life\"]"));
		choices.add(choice("synopsis", false, "myanimelist", SYNOPSIS, "kitsu", "A girl answers letters."));
		choices.add(choice("airing.broadcast", false, "myanimelist",
				"{\"day\":\"FRIDAY\",\"time\":\"23:30:00\",\"zone\":\"Asia/Tokyo\"}"));
		return choices;
	}

	private static FieldChoice choice(String field, boolean conflict, String... said) {
		List<Said> all = new ArrayList<>();
		for (int i = 0; i < said.length; i += 2) {
			all.add(new Said(said[i], FETCHED, said[i + 1]));
		}
		return new FieldChoice(field, provenance().get(field), conflict, all);
	}

	/** All episodes but the 13th. */
	static List<Episode> episodes(AnimeId id) {
		return IntStream.rangeClosed(1, EPISODES)
			.filter((number) -> number != 13)
			.mapToObj((number) -> new Episode(id, EpisodeNumber.regular(number), "The letter of day " + number,
					"%d日目の手紙".formatted(number), null, LocalDate.of(2023, 4, 7).plusWeeks(number - 1L), 1440, null,
					Episode.State.COMPLETE))
			.toList();
	}

	static List<AnimeCharacter> characters(AnimeId id) {
		return IntStream.rangeClosed(1, CHARACTERS)
			.mapToObj((number) -> new AnimeCharacter(id, new UUID(1, number), "Islander No. " + number, "島民" + number,
					List.of(), role(number), AnimeCharacter.Profile.NONE, List.of(), Map.of(),
					List.of(new AnimeCharacter.VoiceActor(new UUID(2, number), "Voice Actor " + number, "ja")),
					List.of(URI.create("https://myanimelist.net/character/" + number),
							URI.create("https://anilist.co/character/" + number))))
			.toList();
	}

	private static @Nullable CharacterRole role(int number) {
		if (number > 150) {
			return null;
		}
		return (number < 4) ? CharacterRole.MAIN : CharacterRole.SUPPORTING;
	}

	static List<StaffMember> staff(AnimeId id) {
		return IntStream.rangeClosed(1, 40)
			.mapToObj((number) -> new StaffMember(id, new UUID(3, number), "Staff Member " + number, null,
					List.of(new StaffMember.Role((number == 1) ? "DIRECTOR" : "KEY_ANIMATION", Department.DIRECTION,
							"Director", null)),
					StaffMember.Person.NONE, List.of(URI.create("https://myanimelist.net/people/" + number))))
			.toList();
	}

}
