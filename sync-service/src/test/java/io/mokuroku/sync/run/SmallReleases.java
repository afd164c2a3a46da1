package io.mokuroku.sync.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Two small releases, between which everything happens that can happen between two.
 */
final class SmallReleases {

	private SmallReleases() {
	}

	/** Sixty anime of four links each. */
	static List<String> before() {
		List<String> records = new ArrayList<>();
		for (int i = 1; i <= 60; i++) {
			records.add(record("Show " + i, mal(i), anidb(i), kitsu(i), planet(i)));
		}
		return records;
	}

	/**
	 * The same, but for anime that are new, gone, changed, merged (two and three at a
	 * time), split, that exchange links, name the same link or lose one.
	 */
	static List<String> after() {
		List<String> records = new ArrayList<>();
		for (int i = 1; i <= 60; i++) {
			switch (i) {
				case 1, 2, 3 -> {
				}
				case 4, 5, 6, 7 -> records.add(record("Show, renamed " + i, mal(i), anidb(i), kitsu(i), planet(i)));
				case 8 -> records.add(record("Show 8", mal(8), anidb(8), mal(9), kitsu(9)));
				case 10 -> records.add(record("Show 10", mal(10), anidb(11), mal(12), kitsu(12)));
				case 9, 11, 12 -> {
				}
				case 13 -> {
					records.add(record("Half of 13", mal(13), anidb(13)));
					records.add(record("Other half of 13", kitsu(13), planet(13)));
				}
				case 14 -> {
					records.add(record("Third of 14", anidb(14)));
					records.add(record("Third of 14", kitsu(14)));
					records.add(record("Third of 14", planet(14), "https://anilist.co/anime/14"));
				}
				case 15 -> records.add(record("Show 15", mal(15), anidb(15), kitsu(16), planet(15)));
				case 16 -> records.add(record("Show 16", mal(16), anidb(16), kitsu(15), planet(16)));
				case 17 -> records.add(record("Show 17", mal(17), anidb(17), planet(18)));
				case 18 -> records.add(record("Show 18", mal(18), kitsu(18), planet(18), anidb(18), kitsu(17)));
				case 19, 20 -> records.add(record("Show " + i, mal(i), anidb(i)));
				default -> records.add(record("Show " + i, mal(i), anidb(i), kitsu(i), planet(i)));
			}
		}
		for (int i = 101; i <= 108; i++) {
			records.add(record("New show " + i, mal(i), anidb(i), (i == 108) ? kitsu(107) : kitsu(i)));
		}
		return records;
	}

	/** Writes a release; its records are in an order of chance. */
	static Path write(Path folder, List<String> records, long seed) throws IOException {
		List<String> shuffled = new ArrayList<>(records);
		Collections.shuffle(shuffled, new Random(seed));
		return Files.writeString(Files.createTempFile(folder, "release", ".jsonl"),
				"{\"lastUpdate\":\"2026-11-13\"}\n" + String.join("\n", shuffled));
	}

	private static String mal(int id) {
		return "https://myanimelist.net/anime/" + id;
	}

	private static String anidb(int id) {
		return "https://anidb.net/anime/" + id;
	}

	private static String kitsu(int id) {
		return "https://kitsu.app/anime/" + id;
	}

	private static String planet(int id) {
		return "https://anime-planet.com/anime/show-" + id;
	}

	private static String record(String title, String... links) {
		return """
				{"sources":[%s],"title":"%s","type":"TV","episodes":12,"status":"FINISHED",\
				"animeSeason":{"season":"FALL","year":2006},"synonyms":[],"studios":[],"producers":[],\
				"relatedAnime":[],"tags":[]}"""
			.formatted(List.of(links).stream().map((link) -> '"' + link + '"').collect(Collectors.joining(",")), title);
	}

}
