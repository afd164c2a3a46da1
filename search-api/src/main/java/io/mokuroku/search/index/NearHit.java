package io.mokuroku.search.index;

import io.mokuroku.search.projection.IndexedAnime;

/**
 * An anime that was found by its vector.
 *
 * @param anime the anime
 * @param cosine how near it is, -1 to 1
 */
public record NearHit(IndexedAnime anime, double cosine) {
}
