package io.mokuroku.catalogue.correction;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.correction.PartEdits.CharacterRow;
import org.jspecify.annotations.Nullable;

/**
 * What people have corrected in a cast so far.
 *
 * @param fixes what was written, by the id of the character
 * @param unlisted pages of what is no character of it
 * @param apart pages that are not the same character as others
 * @param together pages that are one character
 */
public record CastCorrections(Map<String, CharacterFix> fixes, Set<URI> unlisted, List<Apart> apart,
		List<Set<URI>> together) {

	/** Nothing was corrected. */
	public static final CastCorrections NONE = new CastCorrections(Map.of(), Set.of(), List.of(), List.of());

	@SuppressWarnings("NullAway") // JSON may leave out what is empty
	public CastCorrections {
		fixes = (fixes != null) ? Collections.unmodifiableMap(new TreeMap<>(fixes)) : Map.of();
		unlisted = (unlisted != null) ? Collections.unmodifiableSet(new TreeSet<>(unlisted)) : Set.of();
		apart = (apart != null) ? List.copyOf(apart) : List.of();
		together = (together != null) ? List.copyOf(together) : List.of();
	}

	/** The same and what was corrected later, in the cast that came of these. */
	CastCorrections and(List<AnimeCharacter> shown, List<CharacterRow> rows) {
		Map<String, AnimeCharacter> byId = shown.stream()
			.collect(Collectors.toMap((character) -> character.id().toString(), (character) -> character));
		Map<String, CharacterFix> fixed = new HashMap<>(this.fixes);
		Set<URI> gone = new HashSet<>(this.unlisted);
		List<Apart> split = new ArrayList<>(this.apart);
		List<Set<URI>> joined = new ArrayList<>(this.together);
		for (CharacterRow row : rows) {
			AnimeCharacter character = byId.get(row.character());
			if (character == null) {
				continue;
			}
			if (row.isRemoved()) {
				gone.addAll(character.links());
				continue;
			}
			if (row.name() != null || row.role() != null) {
				fixed.merge(row.character(), new CharacterFix(row.name(), row.role()), CharacterFix::and);
			}
			if (row.split() != null && character.links().contains(row.split())) {
				split(character, row.split(), split, joined);
			}
			AnimeCharacter other = (row.join() != null) ? byId.get(row.join()) : null;
			if (other != null) {
				join(character, other, split, joined);
			}
		}
		rows.stream()
			.filter((row) -> !row.isRemoved() && row.join() != null && byId.containsKey(row.character())
					&& byId.containsKey(row.join()))
			.forEach((row) -> fixBoth(row.character(), String.valueOf(row.join()), fixed));
		return new CastCorrections(fixed, gone, split, joined);
	}

	private static void split(AnimeCharacter character, URI page, List<Apart> apart, List<Set<URI>> together) {
		Set<URI> others = new TreeSet<>(character.links());
		others.remove(page);
		together.replaceAll((pages) -> pages.contains(page) ? without(pages, page) : pages);
		together.removeIf((pages) -> pages.size() < 2);
		apart.removeIf((each) -> each.page().equals(page));
		apart.add(new Apart(page, others));
	}

	private static void join(AnimeCharacter one, AnimeCharacter other, List<Apart> apart, List<Set<URI>> together) {
		Set<URI> pages = new TreeSet<>(one.links());
		pages.addAll(other.links());
		apart.removeIf((each) -> pages.contains(each.page()) && each.from().stream().anyMatch(pages::contains));
		together.add(pages);
	}

	/** Which of both ids the one character keeps depends on who lists it today. */
	private static void fixBoth(String one, String other, Map<String, CharacterFix> fixes) {
		CharacterFix fix = fixes.get(one);
		if (fix != null) {
			CharacterFix both = fixes.getOrDefault(other, fix).and(fix);
			fixes.put(one, both);
			fixes.put(other, both);
		}
	}

	private static Set<URI> without(Set<URI> pages, URI page) {
		Set<URI> left = new TreeSet<>(pages);
		left.remove(page);
		return left;
	}

	/** Whether a page belongs to a character of it. */
	public boolean lists(URI page) {
		return !this.unlisted.contains(page);
	}

	/**
	 * Those who were taken for the same, apart and together as people want them.
	 * @param groups what pages say, those of one character together
	 * @param page the page of what is said
	 */
	public <T> List<List<T>> arrange(List<List<T>> groups, Function<T, URI> page) {
		List<List<T>> arranged = new ArrayList<>();
		groups.forEach((group) -> arranged.add(new ArrayList<>(group)));
		for (Apart each : this.apart) {
			for (List<T> group : List.copyOf(arranged)) {
				List<T> alone = group.stream().filter((said) -> each.page().equals(page.apply(said))).toList();
				if (!alone.isEmpty() && group.stream().anyMatch((said) -> each.from().contains(page.apply(said)))) {
					group.removeAll(alone);
					arranged.add(new ArrayList<>(alone));
				}
			}
		}
		for (Set<URI> pages : this.together) {
			List<List<T>> same = arranged.stream()
				.filter((group) -> group.stream().anyMatch((said) -> pages.contains(page.apply(said))))
				.toList();
			if (same.size() > 1) {
				List<List<T>> others = same.subList(1, same.size());
				arranged.removeAll(others);
				others.forEach(same.getFirst()::addAll);
			}
		}
		return arranged;
	}

	/** A cast as people wrote it, without those who are none of it. */
	public List<AnimeCharacter> on(List<AnimeCharacter> cast) {
		return cast.stream()
			.filter((character) -> character.links().isEmpty() || character.links().stream().anyMatch(this::lists))
			.map((character) -> {
				CharacterFix fix = this.fixes.get(character.id().toString());
				return (fix != null) ? fix.on(character) : character;
			})
			.sorted(AnimeCharacter.BY_IMPORTANCE)
			.toList();
	}

	/**
	 * What a person wrote about a character; what is absent is left to sources.
	 *
	 * @param name its name
	 * @param role how much the anime is about it
	 */
	public record CharacterFix(@Nullable String name, @Nullable CharacterRole role) {

		CharacterFix and(CharacterFix later) {
			return new CharacterFix((later.name != null) ? later.name : this.name,
					(later.role != null) ? later.role : this.role);
		}

		AnimeCharacter on(AnimeCharacter character) {
			return new AnimeCharacter(character.animeId(), character.id(),
					(this.name != null) ? this.name : character.name(), character.nameNative(),
					character.nameVariants(), (this.role != null) ? this.role : character.role(), character.profile(),
					character.images(), character.favourites(), character.voiceActors(), character.links());
		}

	}

	/**
	 * A page that is a character of its own.
	 *
	 * @param page the page
	 * @param from the pages it was taken for the same as
	 */
	public record Apart(URI page, Set<URI> from) {

		public Apart {
			from = Set.copyOf(from);
		}

	}

}
