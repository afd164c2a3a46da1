package io.mokuroku.upstream.anidb;

import java.io.IOException;
import java.time.Instant;

import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.Reading;

/**
 * Reads answers of AniDB about one anime.
 */
public final class AniDbReading implements Reading {

	@Override
	public int read(String endpoint, byte[] body, Notes notes) throws IOException {
		AniDbElement anime = AniDbElement.read(body);
		new AniDbMapper(notes).facts(anime, Instant.EPOCH);
		AniDbCast cast = new AniDbCast(notes);
		return 1 + new AniDbEpisodes(notes).episodes(anime).size() + cast.characters(anime).size()
				+ cast.staff(anime).size();
	}

}
