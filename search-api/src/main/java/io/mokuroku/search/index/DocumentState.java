package io.mokuroku.search.index;

import java.util.Objects;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.projection.EmbeddingText;
import io.mokuroku.search.projection.IndexedAnime;
import org.jspecify.annotations.Nullable;

/**
 * What the index holds of one anime.
 *
 * @param id the anime
 * @param version its version, 0 if the index does not know it
 * @param anime its content, absent if it is unknown or withdrawn
 * @param textHash the text that its vector must belong to
 * @param vector its vector, if it has one
 * @param vectorHash the text the vector was made from
 */
@SuppressWarnings("ArrayRecordComponent")
record DocumentState(AnimeId id, long version, @Nullable IndexedAnime anime, @Nullable String textHash,
		float @Nullable [] vector, @Nullable String vectorHash) {

	static DocumentState unknown(AnimeId id) {
		return new DocumentState(id, 0, null, null, null, null);
	}

	/** The state after a change; this very object if the change has nothing to say. */
	DocumentState after(IndexChange change) {
		return switch (change) {
			case IndexChange.Put(IndexedAnime newer) when newer.version() > this.version -> new DocumentState(this.id,
					newer.version(), newer, EmbeddingText.of(newer).hash(), this.vector, this.vectorHash);
			case IndexChange.Put _ -> this;
			case IndexChange.Withdraw(AnimeId _, long newer) when newer > this.version ->
				new DocumentState(this.id, newer, null, null, null, null);
			case IndexChange.Withdraw _ -> this;
			case IndexChange.Forget _ -> (this.version == 0) ? this : unknown(this.id);
			case IndexChange.Embed(AnimeId _, String hash, float[] added) when hash.equals(this.textHash) ->
				new DocumentState(this.id, this.version, this.anime, this.textHash, added, hash);
			case IndexChange.Embed _ -> this;
		};
	}

	/**
	 * Adds its vector to what another index has of the anime, if it belongs to the very
	 * text that a change puts there.
	 */
	Optional<IndexChange> vectorFor(IndexChange change) {
		return (change instanceof IndexChange.Put(IndexedAnime put) && this.vector != null && this.vectorHash != null
				&& this.vectorHash.equals(EmbeddingText.of(put).hash()))
						? Optional.of(new IndexChange.Embed(put.id(), this.vectorHash, this.vector)) : Optional.empty();
	}

	boolean waitsForVector() {
		return this.anime != null && this.anime.shown() && !this.anime.titles().main().isEmpty()
				&& !Objects.equals(this.textHash, this.vectorHash);
	}

}
