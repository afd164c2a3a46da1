package io.mokuroku.sync.dataset;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a release into the pieces that hold one record each.
 */
interface Pieces {

	/**
	 * The next piece, or null after the last.
	 * @throws IOException if the release cannot be read, or ends where it must not
	 */
	Window.@Nullable Piece next() throws IOException;

}
