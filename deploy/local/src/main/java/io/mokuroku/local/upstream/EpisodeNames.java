package io.mokuroku.local.upstream;

import java.util.List;

/**
 * Titles of episodes whose real ones the sample does not have: two words, in English and
 * in Japanese. A title has each of them once.
 *
 * @param english such as {@code The Lantern at the Crossing}
 * @param japanese such as {@code 踏切の灯籠}
 * @param romaji how the Japanese one is read
 */
record EpisodeNames(String english, String japanese, String romaji) {

	private static final List<String[]> THINGS = InventedName.words("""
			Lantern 灯籠 Tourou,Letter 手紙 Tegami,Umbrella 傘 Kasa,Promise 約束 Yakusoku,Whistle 笛 Fue,\
			Ladder 梯子 Hashigo,Stranger 旅人 Tabibito,Shortcut 近道 Chikamichi,Echo 木霊 Kodama,Kite 凧 Tako,\
			Secret 秘密 Himitsu,Storm 嵐 Arashi,Duel 決闘 Kettou,Recipe 献立 Kondate,Mirror 鏡 Kagami,\
			Farewell 別れ Wakare,Reunion 再会 Saikai,Compass 羅針盤 Rashinban,Holiday 休日 Kyuujitsu""");

	private static final List<String[]> PLACES = InventedName.words("""
			Crossing 踏切 Fumikiri,Harbour 港 Minato,Rooftop 屋上 Okujou,Bridge 橋 Hashi,Station 駅 Eki,Market 市場 Ichiba,\
			Lighthouse 灯台 Toudai,Mountain 山 Yama,Riverbank 川辺 Kawabe,Library 図書館 Toshokan,Tunnel 隧道 Zuidou,\
			Terrace 縁側 Engawa,Island 島 Shima,Gate 門 Mon,Garden 庭 Niwa,Kitchen 台所 Daidokoro,Border 国境 Kokkyou,\
			Attic 屋根裏 Yaneura,Stairway 階段 Kaidan,Shrine 祠 Hokora""");

	/** The title of an episode, by a title's number at MyAnimeList and its own. */
	static EpisodeNames of(long mal, int number) {
		// 19 and 20 have no divisor in common, so that pairs repeat after 380 episodes
		// only
		long place = mal * 31 + number;
		String[] thing = THINGS.get((int) Math.floorMod(place, (long) THINGS.size()));
		String[] where = PLACES.get((int) Math.floorMod(place, (long) PLACES.size()));
		long round = (number - 1L) / (THINGS.size() * (long) PLACES.size());
		String again = (round == 0) ? "" : ", Part " + (round + 1);
		String more = (round == 0) ? "" : " その" + (round + 1);
		return new EpisodeNames("The " + thing[0] + " at the " + where[0] + again, where[1] + "の" + thing[1] + more,
				where[2] + " no " + thing[2]);
	}

}
