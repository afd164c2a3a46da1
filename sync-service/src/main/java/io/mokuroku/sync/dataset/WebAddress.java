package io.mokuroku.sync.dataset;

import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

/**
 * Tells addresses of the web from other texts. Parsing one costs more than reading the
 * JSON around it, and nearly all are plain: those are told by their characters.
 */
final class WebAddress {

	private WebAddress() {
	}

	/** The text itself if {@link URI} can read it as an address; null if not. */
	static @Nullable String orNull(@Nullable String text) {
		if (text == null || !text.startsWith("http")) {
			return null;
		}
		if (isPlain(text)) {
			return text;
		}
		try {
			new URI(text);
			return text;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	/** Whether only characters follow the scheme that need no closer look. */
	private static boolean isPlain(String text) {
		int start = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : text.length();
		for (int i = start; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean isWord = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
			boolean isBetween = i > start && (c == '/' || c == '.' || c == '-' || c == '_');
			if (!isWord && !isBetween) {
				return false;
			}
		}
		return start < text.length();
	}

}
