package io.mokuroku.enrichment.assemble;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.correction.CastCorrections;
import io.mokuroku.catalogue.correction.CrewCorrections;
import io.mokuroku.catalogue.correction.EpisodeCorrections;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.enrichment.people.Cast;
import io.mokuroku.enrichment.people.CharacterMerge;
import io.mokuroku.enrichment.people.Crew;
import io.mokuroku.enrichment.people.StaffMerge;
import io.mokuroku.enrichment.stage.CandidateRow;
import io.mokuroku.enrichment.stage.Candidates;
import io.mokuroku.enrichment.stage.EpisodeMerge;
import io.mokuroku.enrichment.stage.RelationList;
import io.mokuroku.enrichment.stage.RelationMerge;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.NameFacts;
import io.mokuroku.upstream.PersonFacts;
import io.mokuroku.upstream.StaffFacts;
import io.mokuroku.upstream.TitleFacts;

import static io.mokuroku.enrichment.Facts.said;

/**
 * How long it takes to merge, assemble and judge one of the longest series: 1,100
 * episodes, 1,400 characters and 300 people from each of three sources that spell one
 * name of ten differently.
 */
final class MergeBenchmark {

	private static final int EPISODES = 1100;

	private static final int CHARACTERS = 1400;

	private static final int STAFF = 300;

	private static final int WARM_UP = 20;

	private static final int ROUNDS = 40;

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final List<String> FIRST = List.of("Riku", "Tsubaki", "Goro", "Akira", "Mei", "Haruto", "Sayuri",
			"Kenji", "Noboru", "Ichika", "Daigo", "Fumiko", "Raiden");

	private static final List<String> LAST = List.of("Hayama", "Mori", "Sakai", "Onodera", "Kuroda", "Ishikawa",
			"Tanabe", "Yoshino", "Fujita", "Arakawa", "Minami", "Hoshino", "Uehara", "Nagano", "Shirai", "Takeda",
			"Wakatsuki");

	private MergeBenchmark() {
	}

	public static void main(String[] arguments) {
		List<Fetched> answers = List.of(answer(Provider.MYANIMELIST, "MYANIMELIST#990041"),
				answer(Provider.ANILIST, "ANILIST#990043"), answer(Provider.KITSU, "KITSU#990042"));
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long[] times = new long[ROUNDS];
		long[] processor = new long[ROUNDS];
		for (int round = 0; round < WARM_UP + ROUNDS; round++) {
			long start = System.nanoTime();
			long startOnProcessor = threads.getCurrentThreadCpuTime();
			int parts = merged(answers);
			long took = System.nanoTime() - start;
			if (round == 0) {
				System.out.printf("parts=%d first=%.0f ms%n", parts, took / 1e6);
			}
			if (round >= WARM_UP) {
				times[round - WARM_UP] = took;
				processor[round - WARM_UP] = threads.getCurrentThreadCpuTime() - startOnProcessor;
			}
		}
		Arrays.sort(times);
		Arrays.sort(processor);
		System.out.printf("median=%.0f ms worst=%.0f ms processor=%.0f ms heap=%d MB%n", times[ROUNDS / 2] / 1e6,
				times[ROUNDS - 1] / 1e6, processor[ROUNDS / 2] / 1e6, Runtime.getRuntime().maxMemory() >> 20);
	}

	private static int merged(List<Fetched> answers) {
		AnimeEntry before = Works.anActiveEntry();
		LocalDate today = LocalDate.of(2026, 11, 22);
		List<CandidateRow> rows = new ArrayList<>();
		for (Stage stage : List.of(Stage.METADATA, Stage.MEDIA)) {
			rows.addAll(Candidates.of(stage, answers).rows());
		}
		List<Episode> episodes = EpisodeMerge.merge(before.id(), answers.stream().map(Fetched::episodes).toList(),
				List.of(), today);
		RelationList relations = RelationMerge.merge(before, answers.stream().map(Fetched::anime).toList(), List.of(),
				Map.of());
		Cast cast = CharacterMerge.merge(before.id(),
				answers.stream().flatMap((answer) -> answer.characters().stream()).toList(), List.of(),
				CastCorrections.NONE);
		Crew crew = StaffMerge.merge(before.id(),
				answers.stream().flatMap((answer) -> answer.staff().stream()).toList(), List.of(),
				CrewCorrections.NONE);
		Assembled assembled = EntryAssembly.of(new Material(before, before, rows, episodes, EpisodeCorrections.NONE,
				relations, Set.of(), Map.of(), Set.of(), Map.of(), 6.5, NOW));
		Judgement judgement = new ReviewPolicy(Materials.FAULTS_ONLY, today, List.of()).judge(new Proposal(assembled,
				before, Testimony.of(rows), List.of(), Set.of(), episodes, cast, List.of(), crew, List.of()));
		return episodes.size() + cast.characters().size() + crew.staff().size() + judgement.questions().size();
	}

	private static Fetched answer(Provider provider, String link) {
		AnimeFacts facts = said(link, (its) -> {
			its.titles = TitleFacts.of("Hoshi no Tegami", "Letters", "星の手紙", List.of("HoshiTega"));
			its.type = AnimeType.TV;
			its.status = AiringStatus.ONGOING;
			its.synopsis = "A courier relives the same night until the letter arrives. ".repeat(4);
		});
		List<EpisodeFacts> episodes = new ArrayList<>();
		LocalDate day = LocalDate.of(1999, 10, 20);
		for (int number = 1; number <= EPISODES; number++) {
			episodes.add(EpisodeFacts.of(EpisodeNumber.regular(number),
					new EpisodeFacts.Titles("The letter of night " + number, "手紙" + number, null, Map.of()),
					day.plusWeeks(number - 1), 1440, "<p>Night " + number + ".</p> (Source: Somebody)"));
		}
		List<CharacterFacts> characters = new ArrayList<>();
		for (int number = 0; number < CHARACTERS; number++) {
			String name = name(provider, number);
			characters.add(new CharacterFacts(provider, page(provider, "character", number), List.of(),
					new NameFacts(name, name, (number % 2 == 0 && provider != Provider.KITSU) ? "葉山" + number : null,
							List.of("Nickname " + number), List.of()),
					(number < 10) ? CharacterRole.MAIN : CharacterRole.SUPPORTING,
					List.of(new CharacterFacts.Voice(person(provider, number % STAFF), "ja")), null,
					new CharacterFacts.Details("Somebody ~!who is somebody else!~ entirely.", null, null, null, null,
							3L)));
		}
		List<StaffFacts> staff = new ArrayList<>();
		for (int number = 0; number < STAFF; number++) {
			staff.add(new StaffFacts(person(provider, number),
					List.of((number == 0) ? "Director" : "Key Animation (eps " + number + ")")));
		}
		return new Fetched(facts, episodes, characters, staff, Map.of());
	}

	/** One of ten is spelled in a way of its own. */
	private static String name(Provider provider, int number) {
		String first = FIRST.get(number % FIRST.size()) + suffix(number);
		String last = LAST.get(number % LAST.size());
		boolean otherwise = number % 10 == 7;
		return switch (provider) {
			case MYANIMELIST -> first + " " + last;
			case ANILIST -> otherwise ? last + " " + first.replace('i', 'y') : last + " " + first;
			default -> otherwise ? first + "h " + last : first + " " + last;
		};
	}

	private static String suffix(int number) {
		int turn = number / FIRST.size();
		return "" + (char) ('a' + turn % 26) + (char) ('a' + turn / 26);
	}

	private static PersonFacts person(Provider provider, int number) {
		String name = LAST.get(number % LAST.size()) + " Sei" + suffix(number * FIRST.size());
		return new PersonFacts(provider, page(provider, "people", number), NameFacts.of(name), null,
				PersonFacts.Details.NONE);
	}

	private static URI page(Provider provider, String what, int number) {
		return URI.create("https://" + switch (provider) {
			case MYANIMELIST -> "myanimelist.net";
			case ANILIST -> "anilist.co";
			default -> "kitsu.app";
		} + "/" + what + "/" + (number + 1));
	}

}
