package io.mokuroku.catalogue.correction;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeCharacter.VoiceActor;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * The lists that are proposed for an entry, as far as a person looks at them: names,
 * numbers, dates, roles and pages, without texts and pictures.
 *
 * @param episodes its episodes
 * @param characters its characters, with their Japanese voices
 * @param staff who made it
 * @param told what each source says of episodes, by its name and by their number here
 */
public record ProposedLists(List<Episode> episodes, List<AnimeCharacter> characters, List<StaffMember> staff,
		Map<String, Map<String, Told>> told) {

	private static final UUID NOBODY = new UUID(0, 0);

	@SuppressWarnings("NullAway") // JSON may leave out what is empty
	public ProposedLists {
		episodes = (episodes != null) ? List.copyOf(episodes) : List.of();
		characters = (characters != null) ? List.copyOf(characters) : List.of();
		staff = (staff != null) ? List.copyOf(staff) : List.of();
		told = (told != null) ? Collections.unmodifiableMap(new TreeMap<>(told)) : Map.of();
	}

	/** Lists with all that is known, made short. */
	public static ProposedLists of(Corrections.Shown lists, Map<String, Map<String, Told>> told) {
		return new ProposedLists(lists.episodes().stream().map(ProposedLists::brief).toList(),
				lists.characters().stream().map(ProposedLists::brief).toList(),
				lists.staff().stream().map(ProposedLists::brief).toList(), told);
	}

	/** The same without what each source says of episodes. */
	public ProposedLists withoutTold() {
		return new ProposedLists(this.episodes, this.characters, this.staff, Map.of());
	}

	/** The same as what a reviewer saw. */
	public Corrections.Shown shown(AnimeId animeId) {
		return new Corrections.Shown(animeId, this.episodes, this.characters, this.staff);
	}

	private static Episode brief(Episode episode) {
		Episode.Details known = episode.details();
		return new Episode(episode.animeId(), episode.number(), episode.title(), episode.titleJapanese(), null,
				episode.airDate(), episode.durationSeconds(), null, episode.state(), new Episode.Details(known.filler(),
						known.recap(), null, null, null, null, List.of(), Map.of(), List.of()));
	}

	private static AnimeCharacter brief(AnimeCharacter character) {
		return new AnimeCharacter(character.animeId(), character.id(), character.name(), character.nameNative(),
				List.of(), character.role(), AnimeCharacter.Profile.NONE, List.of(), character.favourites(),
				character.voiceActors()
					.stream()
					.filter((voice) -> voice.language().equals("ja"))
					.map((voice) -> new VoiceActor(NOBODY, voice.name(), voice.language()))
					.toList(),
				character.links());
	}

	private static StaffMember brief(StaffMember member) {
		return new StaffMember(member.animeId(), member.personId(), member.name(), member.nameNative(), member.roles(),
				StaffMember.Person.NONE, member.links());
	}

	/**
	 * What a source says of an episode.
	 *
	 * @param title its title
	 * @param aired the Japanese date of its first broadcast
	 */
	public record Told(@Nullable String title, @Nullable LocalDate aired) {
	}

}
