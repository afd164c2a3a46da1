package io.mokuroku.search.anime;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.search.answer.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The answer about one anime.
 *
 * @param data the anime
 * @param included what was asked for beside it, each kind as far as it fits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnimeDocument(Resource<AnimeDetails> data, @Nullable List<Resource<?>> included) {
}
