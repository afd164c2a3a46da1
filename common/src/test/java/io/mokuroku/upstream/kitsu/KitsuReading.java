package io.mokuroku.upstream.kitsu;

import java.io.IOException;
import java.time.Instant;

import io.mokuroku.upstream.AnswerForm;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.Reading;
import io.mokuroku.upstream.Values;

/**
 * Reads answers of Kitsu about anime and characters.
 */
public final class KitsuReading implements Reading {

	@Override
	public int read(String endpoint, byte[] body, Notes notes) throws IOException {
		if (endpoint.endsWith("/characters")) {
			KitsuIncluded.Page page = AnswerForm.json(KitsuIncluded.Page.class).reader().read(body);
			new KitsuCast(notes).characters(page);
			return Values.<KitsuIncluded>each(page.data()).size();
		}
		KitsuAnime.Document document = AnswerForm.json(KitsuAnime.Document.class).reader().read(body);
		KitsuIndex included = new KitsuIndex(document.included());
		int all = 0;
		for (KitsuAnime anime : Values.<KitsuAnime>each(document.data())) {
			new KitsuMapper(notes).facts(anime, included, Instant.EPOCH);
			all++;
		}
		return all;
	}

}
