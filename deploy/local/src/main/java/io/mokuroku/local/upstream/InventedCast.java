package io.mokuroku.local.upstream;

import java.util.ArrayList;
import java.util.List;

/**
 * Who appears in a title and who made it. Nobody of them exists; the same title has the
 * same people at every start, and a person works on many titles.
 *
 * @param characters who appears in it, the main ones first
 * @param staff who made it, the director first
 */
record InventedCast(List<Figure> characters, List<Maker> staff) {

	private static final List<List<String>> POSITIONS = List.of(List.of("Director", "Storyboard"),
			List.of("Series Composition", "Script"), List.of("Character Design"), List.of("Music"),
			List.of("Sound Director"), List.of("Episode Director (eps 2, 5)"), List.of("Theme Song Performance"));

	/** Every so many characters the third provider spells a name wrongly. */
	private static final int MISSPELLED = 11;

	/** The cast and staff of a title; a song has neither. */
	static InventedCast of(SampleTitle title) {
		int size = switch (title.type()) {
			case TV -> 8 + (int) (title.mal() % 5);
			case MOVIE, OVA, ONA -> 6;
			case SPECIAL -> 3;
			case MUSIC -> 0;
		};
		long seed = title.mal() * 7_919;
		List<Figure> characters = new ArrayList<>();
		for (int place = 0; place < size; place++) {
			// neighbours of a number share no name
			InventedName name = InventedName.of(seed + place * 5L);
			characters.add(new Figure(InventedIds.of("character", title.mal() + ":" + name.inKanji()), name, place < 3,
					(seed + place) % MISSPELLED == 0, Person.of(seed / 3 + place * 7L)));
		}
		List<Maker> staff = new ArrayList<>();
		for (int place = 0; place < ((title.type() == SampleTitle.Type.MUSIC) ? 0 : POSITIONS.size()); place++) {
			staff.add(new Maker(Person.of(seed / 5 + place * 11L), POSITIONS.get(place)));
		}
		return new InventedCast(List.copyOf(characters), List.copyOf(staff));
	}

	/**
	 * A character.
	 *
	 * @param id at MyAnimeList
	 * @param main whether it is one of the main ones
	 * @param misspelled whether AniList has its name wrong and not in kanji
	 * @param voice its Japanese voice
	 */
	record Figure(long id, InventedName name, boolean main, boolean misspelled, Person voice) {
	}

	/**
	 * Somebody who made it.
	 *
	 * @param positions such as {@code Director}
	 */
	record Maker(Person person, List<String> positions) {
	}

	/**
	 * A person.
	 *
	 * @param id at MyAnimeList
	 */
	record Person(long id, InventedName name) {

		private static Person of(long number) {
			InventedName name = InventedName.of(number);
			return new Person(InventedIds.of("person", name.inKanji()), name);
		}

	}

}
