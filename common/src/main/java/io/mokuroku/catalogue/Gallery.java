package io.mokuroku.catalogue;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * All pictures that providers show of an anime, the first of each list the best.
 *
 * @param covers upright pictures
 * @param posters upright pictures in their original size
 * @param banners wide ones
 */
public record Gallery(@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Image> covers,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Image> posters,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Image> banners) {

	/** No pictures. */
	public static final Gallery NONE = new Gallery(List.of(), List.of(), List.of());

	@SuppressWarnings("NullAway") // an empty list is not stored
	public Gallery {
		covers = (covers != null) ? List.copyOf(covers) : List.of();
		posters = (posters != null) ? List.copyOf(posters) : List.of();
		banners = (banners != null) ? List.copyOf(banners) : List.of();
	}

	/**
	 * A picture where its provider serves it.
	 *
	 * @param url the address
	 * @param provider whose it is
	 */
	public record Image(URI url, Provider provider) {

		public Image {
			Objects.requireNonNull(url, "url");
			Objects.requireNonNull(provider, "provider");
		}

	}

}
