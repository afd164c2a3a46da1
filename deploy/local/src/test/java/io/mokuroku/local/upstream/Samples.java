package io.mokuroku.local.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Invented titles in the form of the sample file.
 */
final class Samples {

	private static final String LINES = """
			{"mal":990041,"anidb":990001,"anilist":990011,"kitsu":990031,"title":"Hoshi no Tegami",\
			"english":"Letters from the Stars","japanese":"星の手紙","synonyms":["HoshiTega","星手"],"type":"TV",\
			"episodes":null,"status":"ONGOING","season":"FALL","year":2026,"airedFrom":"2026-10-04","airedTo":null,\
			"durationMinutes":24,"rating":"PG-13 - Teens 13 or older","source":"Light novel",\
			"studios":["Studio Kasumi"],"genres":["Fantasy","Mystery"],"themes":["Time Travel"],\
			"demographics":["Seinen"],"score":7.71,"scoredBy":18432,"members":71230,\
			"synopsis":"A courier relives the same night until every letter is delivered.",\
			"broadcast":{"day":"Sundays","time":"01:30"},"episodeTitles":["The First Letter"],\
			"related":[{"relation":"Sequel","mal":990042,"title":"Hoshi no Tegami 2"},\
			{"relation":"Sequel","mal":990043,"title":"Hoshi no Tegami 3"},\
			{"relation":"Side Story","mal":990044,"title":"Yoake"}]}
			{"mal":990050,"anidb":null,"anilist":990051,"kitsu":990052,"title":"Ame no Ie","english":null,\
			"japanese":"雨の家","synonyms":[],"type":"TV","episodes":25,"status":"FINISHED","season":"SPRING",\
			"year":2012,"airedFrom":"2012-04-06","airedTo":"2012-09-28","durationMinutes":24,\
			"rating":"R - 17+ (violence & profanity)","source":"Manga","studios":[],"genres":["Drama"],"themes":[],\
			"demographics":[],"score":6.5,"scoredBy":100,"members":900,"synopsis":"A house remembers.",\
			"broadcast":null,"conflict":{"kitsuEpisodeCount":26}}
			{"mal":990060,"kitsu":990061,"title":"Umi to Tetsu","type":"MOVIE","episodes":1,"status":"FINISHED",\
			"season":"SUMMER","year":2019,"airedFrom":"2019-07-19","airedTo":"2019-07-19","durationMinutes":101,\
			"rating":"G - All Ages","source":"Original","score":8.0,"scoredBy":5,"members":10,\
			"synopsis":"Iron and sea."}
			{"mal":990070,"title":"Mada Minai","type":"TV","episodes":null,"status":"UPCOMING","season":null,\
			"year":2027,"airedFrom":null,"airedTo":null,"durationMinutes":null,"rating":null,"source":"Game",\
			"score":null,"scoredBy":null,"members":null,"synopsis":"Not made yet."}
			{"mal":990080,"kitsu":990081,"title":"Nagai Hanashi","type":"TV","episodes":null,"status":"ONGOING",\
			"season":"FALL","year":1999,"airedFrom":"1999-10","airedTo":null,"durationMinutes":60,\
			"rating":"PG - Children","source":"Manga","score":8.5,"scoredBy":900,"members":50000,\
			"synopsis":"It goes on.","broadcast":{"day":"Fridays","time":"18:00"}}
			{"mal":990090,"kitsu":990091,"title":"Uta","type":"MUSIC","episodes":1,"status":"FINISHED",\
			"season":"WINTER","year":2020,"airedFrom":"2020","airedTo":"2020","durationMinutes":4,\
			"rating":"R+ - Mild Nudity","source":"Other","score":7.0,"scoredBy":7,"members":70,"synopsis":"A song."}
			""";

	private Samples() {
	}

	static List<SampleTitle> titles(Path folder) {
		try {
			return SampleTitles.read(Files.writeString(folder.resolve("titles.jsonl"), LINES));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
