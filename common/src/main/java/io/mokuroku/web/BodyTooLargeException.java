package io.mokuroku.web;

import java.io.IOException;

/**
 * The request's body went beyond the limit while it was read.
 */
final class BodyTooLargeException extends IOException {

	BodyTooLargeException(long limit) {
		super("at most " + limit + " bytes");
	}

}
