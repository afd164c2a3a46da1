package io.mokuroku.search.anime;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Sends whoever asks for a merged entry to the same route of the entry it was merged
 * into. The answer is to be asked about again: what was merged may become separate.
 */
@RestControllerAdvice
final class MovedAnimeAnswer {

	@ExceptionHandler
	ResponseEntity<Void> moved(MovedAnime moved, HttpServletRequest request) {
		String route = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
		String query = request.getQueryString();
		String path = route.replace("{id}", moved.target().toString());
		return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
			.location(URI.create((query != null) ? path + "?" + query : path))
			.cacheControl(CacheControl.noCache())
			.build();
	}

}
