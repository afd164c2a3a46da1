package io.mokuroku.upstream;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.mokuroku.upstream.wire.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DialectsTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	@ParameterizedTest
	@CsvSource({ "200,Good", "404,Missing", "410,Missing", "429,TooFast", "408,Unavailable", "500,Unavailable",
			"504,Unavailable", "400,Refused", "401,Refused", "403,Refused" })
	void readsStatusesAsHttpMeansThem(int status, String verdict) {
		assertThat(judge(Dialects.http(), status, "{}").getClass().getSimpleName()).isEqualTo(verdict);
	}

	@Test
	void waitsAsLongAsAskedForInSecondsByDateOrUntilAReset() {
		assertThat(pause("Retry-After", "17")).hasSeconds(17);
		assertThat(pause("Retry-After", "0")).hasSeconds(1);
		assertThat(pause("Retry-After", "Sun, 22 Nov 2026 12:02:00 GMT")).hasMinutes(2);
		assertThat(pause("X-RateLimit-Reset", String.valueOf(NOW.plusSeconds(40).getEpochSecond()))).hasSeconds(40);
		assertThat(pause("Retry-After", "999999999")).hasDays(1);
		assertThat(pause("Retry-After", "soon")).hasMinutes(1);
		assertThat(pause("X-Other", "1")).hasMinutes(1);
	}

	@Test
	void takesAPageForPeopleForNoAnswer() {
		assertThat(judge(Dialects.http(), 200, "\n <!DOCTYPE html><p>Down for maintenance"))
			.isEqualTo(new Verdict.Unavailable("answered with a page", null));
	}

	@Test
	void knowsThatMyAnimeListMeansTooFastByForbidden() {
		assertThat(judge(Dialects.myAnimeList(), 403, "")).isInstanceOf(Verdict.TooFast.class);
	}

	@Test
	void knowsThatAniListIsAwayForTenMinutesWhenItForbids() {
		assertThat(judge(Dialects.aniList(), 403, "The API is disabled"))
			.isEqualTo(new Verdict.Unavailable("answered 403", Duration.ofMinutes(10)));
	}

	@ParameterizedTest
	@CsvSource({ "429,TooFast", "404,Missing", "403,Unavailable", "500,Unavailable", "400,Refused", "200,Refused" })
	void findsAniListsErrorsInAnswers(int status, String verdict) {
		String body = """
				{"data":{"Media":null},"errors":[{"message":"Something","status":%d}]}""".formatted(status);
		assertThat(judge(Dialects.aniList(), 200, body).getClass().getSimpleName()).isEqualTo(verdict);
	}

	@Test
	void takesAniListsAnswersWithoutErrorsAsTheyAre() {
		assertThat(judge(Dialects.aniList(), 200, "{\"data\":{\"errors\":[1]}}")).isEqualTo(new Verdict.Good());
		assertThat(judge(Dialects.aniList(), 200, "{\"errors\":[],\"data\":{}}")).isEqualTo(new Verdict.Good());
	}

	@Test
	void stopsForADayWhenAniDbBans() {
		Verdict banned = new Verdict.TooFast("banned", Duration.ofDays(1));
		assertThat(judge(Dialects.aniDb(), 200, "<error code=\"500\">banned</error>")).isEqualTo(banned);
		assertThat(judge(Dialects.aniDb(), 200, "<?xml version=\"1.0\"?><error>Banned</error>")).isEqualTo(banned);
		assertThat(judge(Dialects.aniDb(), 555, "")).isEqualTo(banned);
	}

	@ParameterizedTest
	@CsvSource({ "Anime not found,Missing", "client version missing or invalid,Refused", "Internal,Unavailable" })
	void findsAniDbsErrorsInAnswers(String text, String verdict) {
		assertThat(judge(Dialects.aniDb(), 200, "<error>" + text + "</error>").getClass().getSimpleName())
			.isEqualTo(verdict);
	}

	@Test
	void doesNotMistakeAnAnimeThatIsCalledBannedForABan() {
		assertThat(judge(Dialects.aniDb(), 200, "<anime id=\"1\"><title>Banned</title></anime>"))
			.isEqualTo(new Verdict.Good());
	}

	private static Duration pause(String header, String value) {
		Verdict verdict = Dialects.http().judge(reply(429, "", Map.of(header, List.of(value))), NOW);
		return ((Verdict.TooFast) verdict).pause();
	}

	private static Verdict judge(Dialect dialect, int status, String body) {
		return dialect.judge(reply(status, body, Map.of()), NOW);
	}

	private static Reply reply(int status, String body, Map<String, List<String>> headers) {
		return new Reply(status, HttpHeaders.of(headers, (_, _) -> true), body.getBytes(StandardCharsets.UTF_8));
	}

}
