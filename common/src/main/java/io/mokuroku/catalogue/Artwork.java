package io.mokuroku.catalogue;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * The pictures of an anime.
 *
 * @param picture the cover where its provider serves it
 * @param thumbnail a small form of it
 * @param storedKey the key of our own copy in the image bucket, if there is one
 * @param gallery all pictures there are
 */
public record Artwork(@Nullable URI picture, @Nullable URI thumbnail, @Nullable String storedKey, Gallery gallery) {

	/** No picture known. */
	public static final Artwork NONE = new Artwork(null, null, null);

	@SuppressWarnings("NullAway") // what was stored before there were galleries lacks one
	public Artwork {
		gallery = (gallery != null) ? gallery : Gallery.NONE;
	}

	/** The pictures without a gallery. */
	public Artwork(@Nullable URI picture, @Nullable URI thumbnail, @Nullable String storedKey) {
		this(picture, thumbnail, storedKey, Gallery.NONE);
	}

}
