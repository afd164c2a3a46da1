package io.mokuroku.local.upstream;

import java.util.List;
import java.util.stream.Stream;

/**
 * The name of somebody nobody has met, put together from common family and given names.
 *
 * @param family family name in Latin letters, long vowels doubled
 * @param given given name in Latin letters
 * @param inKanji both as they are written in Japan, family name first
 */
record InventedName(String family, String given, String inKanji) {

	private static final List<String[]> FAMILIES = words("""
			Hayama 葉山,Okada 岡田,Mori 森,Tanabe 田辺,Kuroda 黒田,Shirai 白井,Asano 浅野,Nagai 永井,\
			Fujita 藤田,Ogawa 小川,Sakai 酒井,Miura 三浦,Ueda 上田,Hirano 平野,Kishi 岸,Nomura 野村,\
			Takagi 高木,Yokota 横田,Endou 遠藤,Saitou 斎藤,Oono 大野,Katou 加藤,Amano 天野""");

	private static final List<String[]> GIVEN = words("""
			Riku 陸,Jun 純,Aya 彩,Mio 澪,Haru 春,Sora 空,Kaede 楓,Ren 蓮,Yui 結衣,Tsubasa 翼,Hikaru 光,Nao 直,\
			Shin 真,Yuuma 悠真,Shiori 栞,Tomoe 巴,Makoto 誠,Rin 凛,Asuka 飛鳥,Ryou 亮,Kenta 健太,Miyako 都,\
			Chiyo 千代,Souta 颯太""");

	/** How many different ones there are. */
	static final int ALL = 23 * 24;

	/**
	 * One of them.
	 * @param number any number; those that differ by less than {@link #ALL} name
	 * different people
	 */
	static InventedName of(long number) {
		int place = (int) Math.floorMod(number, (long) ALL);
		// 23 and 24 have no divisor in common, so each pair comes once
		String[] family = FAMILIES.get(place % FAMILIES.size());
		String[] given = GIVEN.get(place % GIVEN.size());
		return new InventedName(family[0], given[0], family[1] + " " + given[1]);
	}

	/** As MyAnimeList writes it: {@code Hayama, Riku}. */
	String listed() {
		return this.family + ", " + this.given;
	}

	/** As it is said in English: {@code Riku Hayama}. */
	String western() {
		return this.given + " " + this.family;
	}

	/** As said in English, long vowels with a macron: {@code Yūma Endō}. */
	String withMacrons() {
		return western().replace("ou", "ō").replace("oo", "ō").replace("Oo", "Ō").replace("uu", "ū");
	}

	/** Rows that are parted by commas, of cells that are parted by blanks. */
	static List<String[]> words(String text) {
		return Stream.of(text.split(",", -1)).map((word) -> word.split(" ", -1)).toList();
	}

}
