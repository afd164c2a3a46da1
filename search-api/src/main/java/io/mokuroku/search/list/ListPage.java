package io.mokuroku.search.list;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.search.query.FoundAnime;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, as a JSON:API document.
 *
 * @param data the anime, the first of the list first
 * @param meta which list it is and how old
 * @param links where to go on
 */
record ListPage(List<Resource<FoundAnime>> data, Meta meta, Links links) {

	/**
	 * Which list it is and how old.
	 *
	 * @param list its name
	 * @param total how many anime the list shows on all its pages
	 * @param generation what pages that belong together have in common
	 * @param generatedAt when it was computed
	 * @param ageSeconds how long ago that was
	 * @param source {@code redis} as all instances show it, {@code memory} the last this
	 * instance has seen, {@code index} made of the index for want of it
	 * @param degraded whether there may be a newer one, or a better
	 */
	@Schema(name = "ListMeta")
	record Meta(String list, int total, String generation, Instant generatedAt, long ageSeconds, String source,
			boolean degraded) {
	}

	/**
	 * Where to go on.
	 *
	 * @param next the next page of the same generation, if there is one
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "ListLinks")
	record Links(@Nullable String next) {
	}

	/**
	 * Where an anime stands.
	 *
	 * @param place from 1
	 */
	record Place(int place) {
	}

}
