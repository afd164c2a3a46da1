package io.mokuroku.enrichment.people;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeCharacter.VoiceActor;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.Gallery;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.correction.CastCorrections;
import io.mokuroku.enrichment.text.PlainText;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.CharacterFacts.Voice;
import io.mokuroku.upstream.PersonFacts;
import org.jspecify.annotations.Nullable;

/**
 * One cast of many. Characters are joined where they are surely the same; who is listed
 * by one provider only stays.
 */
public final class CharacterMerge {

	private static final double ENOUGH = 0.92;

	private static final double DOUBTFUL = 0.80;

	private static final Comparator<CharacterFacts> MOST_TRUSTED_FIRST = Comparator
		.comparingInt((CharacterFacts facts) -> Pages.rank(facts.provider()));

	private final AnimeId animeId;

	private final Pages pages = new Pages();

	private CharacterMerge(AnimeId animeId, List<AnimeCharacter> known) {
		this.animeId = animeId;
		known.stream()
			.sorted(Comparator.comparing((AnimeCharacter character) -> character.id().toString()))
			.forEach((character) -> this.pages.known(character.id(), character.links()));
	}

	/**
	 * Merges.
	 * @param animeId the anime
	 * @param said what providers list, in any order
	 * @param known the characters the catalogue has, whose identities stay
	 * @param corrections what people want otherwise
	 */
	public static Cast merge(AnimeId animeId, Collection<CharacterFacts> said, List<AnimeCharacter> known,
			CastCorrections corrections) {
		Map<Integer, List<CharacterFacts>> byProvider = new TreeMap<>();
		said.stream()
			.filter((facts) -> corrections.lists(facts.page()))
			.sorted(Comparator.comparing(CharacterFacts::page, Pages.BEST_FIRST))
			.forEach((facts) -> byProvider.computeIfAbsent(Pages.rank(facts.provider()), (rank) -> new ArrayList<>())
				.add(facts));
		Joining<CharacterFacts> joining = new Joining<>(ENOUGH, DOUBTFUL);
		byProvider.values().forEach((list) -> joining.add(list.stream().map(CharacterMerge::somebody).toList()));
		CharacterMerge merge = new CharacterMerge(animeId, known);
		List<AnimeCharacter> cast = corrections
			.arrange(joining.all().stream().map(Somebody::said).toList(), CharacterFacts::page)
			.stream()
			.map((one) -> one.stream().sorted(MOST_TRUSTED_FIRST).toList())
			.map(merge::character)
			.toList();
		return new Cast(corrections.on(cast), joining.doubts(),
				said.stream().sorted(Comparator.comparing(CharacterFacts::page)).toList());
	}

	private static Somebody<CharacterFacts> somebody(CharacterFacts facts) {
		Set<String> voices = new HashSet<>();
		facts.voices().stream().filter((voice) -> voice.language().equals("ja")).forEach((voice) -> {
			voices.add(FoldedName.latin(voice.person().name().display()));
			if (voice.person().name().nativeName() != null) {
				voices.add(FoldedName.original(voice.person().name().nativeName()));
			}
		});
		voices.remove("");
		return new Somebody<>(facts, facts.page(), facts.sameAs(), facts.name()).as(facts.role(),
				facts.details().gender(), voices);
	}

	/** Of several that say something of one character, the most trusted first. */
	private AnimeCharacter character(List<CharacterFacts> said) {
		List<URI> links = Pages.sorted(said.stream().map(CharacterFacts::page).toList());
		String name = said.getFirst().name().display();
		List<CharacterFacts> nativeFirst = aniListFirst(said);
		String original = first(nativeFirst, (facts) -> facts.name().nativeName());
		Map<Provider, Long> favourites = new TreeMap<>();
		said.forEach((facts) -> {
			if (facts.details().favourites() != null) {
				favourites.putIfAbsent(facts.provider(), facts.details().favourites());
			}
		});
		return new AnimeCharacter(this.animeId, this.pages.identity(links, AnimeId::character), name, original,
				variants(said, name, original), role(said), profile(nativeFirst), images(said), favourites,
				voiceActors(said), links);
	}

	private static List<String> variants(List<CharacterFacts> said, String name, @Nullable String original) {
		Set<String> variants = new LinkedHashSet<>();
		said.forEach((facts) -> {
			variants.add(facts.name().display());
			variants.addAll(facts.name().aliases());
		});
		variants.remove(name);
		variants.removeIf((variant) -> variant.isBlank() || variant.equals(original));
		return List.copyOf(variants);
	}

	private static @Nullable CharacterRole role(List<CharacterFacts> said) {
		return said.stream()
			.map(CharacterFacts::role)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	private static AnimeCharacter.Profile profile(List<CharacterFacts> said) {
		return new AnimeCharacter.Profile(first(said, (facts) -> PlainText.of(facts.details().description())),
				first(said, (facts) -> facts.details().gender()), first(said, (facts) -> facts.details().age()),
				first(said, (facts) -> facts.details().born()), first(said, (facts) -> facts.details().bloodType()));
	}

	private static List<Gallery.Image> images(List<CharacterFacts> said) {
		List<Gallery.Image> images = new ArrayList<>();
		said.forEach((facts) -> {
			if (facts.image() != null) {
				images.add(new Gallery.Image(facts.image(), facts.provider()));
			}
		});
		return images;
	}

	/** Each person once in each language, found by the folded name. */
	private List<VoiceActor> voiceActors(List<CharacterFacts> said) {
		Map<String, VoiceActor> actors = new LinkedHashMap<>();
		for (CharacterFacts facts : said) {
			for (Voice voice : facts.voices()) {
				PersonFacts person = voice.person();
				UUID id = AnimeId.person(person.page());
				actors.putIfAbsent(voice.language() + "/" + FoldedName.latin(person.name().display()),
						new VoiceActor(id, person.name().display(), voice.language()));
			}
		}
		return actors.values()
			.stream()
			.sorted(Comparator.comparing((VoiceActor actor) -> !actor.language().equals("ja"))
				.thenComparing(VoiceActor::language)
				.thenComparing(VoiceActor::name))
			.toList();
	}

	/** AniList writes native names and profiles with more care than the others. */
	private static List<CharacterFacts> aniListFirst(List<CharacterFacts> said) {
		return Stream
			.concat(said.stream().filter((facts) -> facts.provider() == Provider.ANILIST),
					said.stream().filter((facts) -> facts.provider() != Provider.ANILIST))
			.toList();
	}

	private static @Nullable String first(List<CharacterFacts> said,
			Function<CharacterFacts, @Nullable String> member) {
		for (CharacterFacts facts : said) {
			String value = member.apply(facts);
			if (value != null) {
				return value;
			}
		}
		return null;
	}

}
