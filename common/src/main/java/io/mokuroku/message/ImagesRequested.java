package io.mokuroku.message;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for copies of remote pictures.
 *
 * @param animeId the entry they belong to
 * @param images their addresses
 * @param taskToken what a workflow waits for, if one does
 */
public record ImagesRequested(AnimeId animeId, List<URI> images, @Nullable String taskToken) implements QueueMessage {

	public ImagesRequested {
		Objects.requireNonNull(animeId, "animeId");
		images = List.copyOf(images);
	}

}
