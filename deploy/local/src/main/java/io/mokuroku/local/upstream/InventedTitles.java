package io.mokuroku.local.upstream;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Titles that do not exist, for loads: number one is the same at every start. Some run
 * every week and some are announced; about some the providers do not agree.
 */
public final class InventedTitles {

	/** As many as there are. */
	public static final int ALL = 1_000;

	/** Ids no real page of any provider has. */
	private static final long FIRST_ID = 90_000_001;

	private static final List<String[]> PLACES = InventedName.words("""
			Toudai 灯台 Lighthouse,Shiden 市電 Tram,Fumikiri 踏切 Crossing,Engawa 縁側 Veranda,Kissaten 喫茶店 Coffeehouse,\
			Hokora 祠 Shrine,Okujou 屋上 Rooftop,Sentou 銭湯 Bathhouse,Tenmondai 天文台 Observatory,Souko 倉庫 Warehouse,\
			Suisha 水車 Watermill,Hatoba 波止場 Wharf,Onshitsu 温室 Greenhouse,Dagashiya 駄菓子屋 Sweetshop,Zuidou 隧道 Tunnel,\
			Kouban 交番 Policebox,Bokujou 牧場 Pasture,Doukutsu 洞窟 Cavern,Insatsusho 印刷所 Printworks,Watashibune 渡船 Ferry,\
			Yuubinkyoku 郵便局 Postoffice,Eigakan 映画館 Cinema,Kajiya 鍛冶屋 Smithy,Tanada 棚田 Terraces,Kikyuu 気球 Balloon,\
			Sakaba 酒場 Tavern,Hikouba 飛行場 Airfield,Enden 塩田 Saltern,Komichi 小道 Footpath,Yuuhodou 遊歩道 Promenade,\
			Seibijou 整備場 Workshop,Kaidan 階段 Staircase""");

	private static final List<String[]> THINGS = InventedName.words("""
			Yakan やかん Kettle,Youhouka 養蜂家 Beekeeper,Tokeiya 時計屋 Clockmaker,Chizu 地図 Map,Kasa 傘 Umbrella,\
			Rokuon 録音 Recording,Ringo 林檎 Apple,Tantei 探偵 Detective,Fuukin 風琴 Organ,Hikyaku 飛脚 Courier,Kippu 切符 Ticket,\
			Kingyo 金魚 Goldfish,Fuurin 風鈴 Windchime,Nikki 日記 Diary,Mahoutsukai 魔法使い Magician,Banken 番犬 Watchdog,\
			Sentakuya 洗濯屋 Launderer,Kaizoku 海賊 Pirate,Bansousha 伴奏者 Accompanist,Honyakuka 翻訳家 Translator,Kagi 鍵 Key,\
			Shashin 写真 Photograph,Rousoku 蝋燭 Candle,Ryourinin 料理人 Cook,Hanabi 花火 Firework,Yuurei 幽霊 Ghost,\
			Kumade 熊手 Rake,Denpou 電報 Telegram,Douke 道化 Clown,Sensuishi 潜水士 Diver,Hakase 博士 Doctor,Usagi 兎 Rabbit""");

	private static final List<String> GENRES = List.of("Action", "Adventure", "Comedy", "Drama", "Fantasy", "Horror",
			"Mystery", "Romance", "Sci-Fi", "Slice of Life", "Sports", "Supernatural", "Suspense");

	private static final List<String> THEMES = List.of("School", "Music", "Time Travel", "Workplace", "Historical",
			"Detective", "Iyashikei", "Mecha");

	private static final List<String> DEMOGRAPHICS = List.of("Shounen", "Shoujo", "Seinen", "Josei", "Kids");

	private static final List<String> STUDIOS = List.of("Studio Kasumi", "Aozora Works", "Studio Tanuki",
			"Paper Crane Animation", "Kitakaze Pictures");

	private static final List<String> SOURCES = List.of("Manga", "Light novel", "Original", "Web manga", "Game");

	/** By quarters. */
	private static final List<SampleTitle.Season> SEASONS = List.of(SampleTitle.Season.WINTER,
			SampleTitle.Season.SPRING, SampleTitle.Season.SUMMER, SampleTitle.Season.FALL);

	private InventedTitles() {
	}

	/**
	 * The first titles.
	 * @param count how many, 0 to {@link #ALL}
	 */
	public static List<SampleTitle> first(int count) {
		if (count < 0 || count > ALL) {
			throw new IllegalArgumentException("there are " + ALL + " invented titles, not " + count);
		}
		return IntStream.range(0, count).mapToObj(InventedTitles::title).toList();
	}

	private static SampleTitle title(int index) {
		Random random = new Random(index * 1_000_003L);
		String[] place = PLACES.get(index % PLACES.size());
		String[] thing = THINGS.get((index + index / PLACES.size()) % THINGS.size());
		SampleTitle.Type type = (index % 10 < 7) ? SampleTitle.Type.TV
				: List.of(SampleTitle.Type.MOVIE, SampleTitle.Type.OVA, SampleTitle.Type.ONA).get(index % 10 - 7);
		SampleTitle.Status status = (type == SampleTitle.Type.TV && index % 12 == 5) ? SampleTitle.Status.ONGOING
				: (index % 40 == 24) ? SampleTitle.Status.UPCOMING : SampleTitle.Status.FINISHED;
		LocalDate from = LocalDate.of(1990 + random.nextInt(34), Month.of(1 + 3 * random.nextInt(4)), 1)
			.plusDays(3L + random.nextInt(10));
		Integer episodes = (status == SampleTitle.Status.FINISHED) ? episodes(type, random) : null;
		boolean begun = status != SampleTitle.Status.UPCOMING;
		Long members = begun ? 200L + random.nextInt(90_000) : null;
		long id = FIRST_ID + index;
		String romaji = place[0] + " no " + thing[0];
		return new SampleTitle(id, id, id, id, romaji, "The " + thing[2] + " of the " + place[2],
				place[1] + "の" + thing[1], List.of(thing[2] + " " + place[2]), type, episodes, status,
				begun ? SEASONS.get(from.get(IsoFields.QUARTER_OF_YEAR) - 1) : null, begun ? from.getYear() : null,
				begun ? from.toString() : null,
				(episodes != null) ? from.plusWeeks((type == SampleTitle.Type.MOVIE) ? 0 : episodes - 1L).toString()
						: null,
				begun ? ((type == SampleTitle.Type.MOVIE) ? 95 : 24) : null, "PG-13 - Teens 13 or older",
				SOURCES.get(random.nextInt(SOURCES.size())), List.of(STUDIOS.get(random.nextInt(STUDIOS.size()))),
				two(GENRES, random), List.of(THEMES.get(random.nextInt(THEMES.size()))),
				List.of(DEMOGRAPHICS.get(random.nextInt(DEMOGRAPHICS.size()))),
				begun ? (550 + random.nextInt(350)) / 100d : null, (members != null) ? members / 3 : null, members,
				synopsis(place[2], thing[2], index), (status == SampleTitle.Status.ONGOING) ? slot(index) : null,
				List.of(), List.of(),
				(episodes != null && index % 20 == 3) ? new SampleTitle.Conflict(episodes + 3) : null);
	}

	private static int episodes(SampleTitle.Type type, Random random) {
		return switch (type) {
			case TV, ONA -> List.of(11, 12, 13, 24, 26).get(random.nextInt(5));
			case MOVIE, MUSIC, SPECIAL -> 1;
			case OVA -> 2 + random.nextInt(5);
		};
	}

	private static List<String> two(List<String> words, Random random) {
		int first = random.nextInt(words.size());
		return List.of(words.get(first), words.get((first + 1 + random.nextInt(words.size() - 1)) % words.size()));
	}

	/** Every day of the week has some, a few after midnight. */
	private static SampleTitle.Slot slot(int index) {
		String day = DayOfWeek.of(1 + index / 12 % 7).name();
		return new SampleTitle.Slot(day.charAt(0) + day.substring(1).toLowerCase(Locale.ROOT) + "s",
				List.of("17:30", "22:00", "00:30", "23:15").get(index % 4));
	}

	private static String synopsis(String place, String thing, int index) {
		InventedName hero = InventedName.of(index * 13L);
		InventedName friend = InventedName.of(index * 13L + 1);
		return ("Nobody has looked after the old %s for years when %s moves in with nothing but a %s. "
				+ "Together with %s, who keeps asking the wrong questions, the newcomer finds out why people "
				+ "of the town still walk around it at night.")
			.formatted(place.toLowerCase(Locale.ROOT), hero.western(), thing.toLowerCase(Locale.ROOT),
					friend.western());
	}

}
