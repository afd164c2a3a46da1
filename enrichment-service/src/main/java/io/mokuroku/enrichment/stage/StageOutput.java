package io.mokuroku.enrichment.stage;

import io.mokuroku.catalogue.Stage;
import java.net.URI;
import java.util.List;

/**
 * What a stage leaves behind.
 *
 * @param stage which one
 * @param ref what it found, in the work area
 * @param images pictures worth copying
 */
public record StageOutput(Stage stage, String ref, List<URI> images) {

	public StageOutput {
		images = List.copyOf(images);
	}

}
