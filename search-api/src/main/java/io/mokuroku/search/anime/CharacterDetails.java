package io.mokuroku.search.anime;

import java.net.URI;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeCharacter.Profile;
import io.mokuroku.catalogue.AnimeCharacter.VoiceActor;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.Gallery;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.search.answer.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A character as clients see it.
 *
 * @param name in the order given name, family name
 * @param nameNative its name in the original script
 * @param nameVariants other spellings and nicknames
 * @param role how much the anime is about it
 * @param profile who it is
 * @param images pictures of it
 * @param favourites how many visitors of each provider name it a favourite
 * @param voiceActors who speaks it, Japanese first
 * @param links its pages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CharacterDetails(String name, @Nullable String nameNative, List<String> nameVariants,
		@Nullable CharacterRole role, Profile profile, List<Gallery.Image> images, Map<Provider, Long> favourites,
		List<VoiceActor> voiceActors, List<URI> links) {

	static Resource<CharacterDetails> resource(AnimeCharacter character) {
		CharacterDetails details = new CharacterDetails(character.name(), character.nameNative(),
				character.nameVariants(), character.role(), character.profile(), character.images(),
				character.favourites(), character.voiceActors(), character.links());
		return new Resource<>("character", character.id().toString(), details, null);
	}

}
