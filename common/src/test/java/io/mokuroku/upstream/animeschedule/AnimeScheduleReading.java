package io.mokuroku.upstream.animeschedule;

import java.io.IOException;
import java.util.List;

import io.mokuroku.upstream.AnswerForm;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.Reading;
import io.mokuroku.upstream.ReleaseKind;

/**
 * Reads timetables of AnimeSchedule.
 */
public final class AnimeScheduleReading implements Reading {

	@Override
	public int read(String endpoint, byte[] body, Notes notes) throws IOException {
		List<AnimeScheduleRow> rows = List.of(AnswerForm.jsonInAnyCase(AnimeScheduleRow[].class).reader().read(body));
		return new AnimeScheduleTimetable(notes).rows(rows, ReleaseKind.DUB).size();
	}

}
