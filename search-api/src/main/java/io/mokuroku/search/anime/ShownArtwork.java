package io.mokuroku.search.anime;

import java.net.URI;

import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Gallery;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Pictures as clients see them.
 *
 * @param picture the cover where its provider serves it
 * @param thumbnail a small form of it
 * @param storedKey the key of our own copy, if there is one
 * @param stored where our own copy is served, if it is
 * @param gallery all pictures there are
 */
@Schema(name = "Artwork")
record ShownArtwork(@Nullable URI picture, @Nullable URI thumbnail, @Nullable String storedKey, @Nullable URI stored,
		Gallery gallery) {

	static ShownArtwork of(Artwork artwork, PictureSettings pictures) {
		return new ShownArtwork(artwork.picture(), artwork.thumbnail(), artwork.storedKey(),
				pictures.of(artwork.storedKey()), artwork.gallery());
	}

}
