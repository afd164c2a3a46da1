package io.mokuroku.upstream;

import java.time.InstantSource;
import java.util.Map;

import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.upstream.anidb.AniDbSource;
import io.mokuroku.upstream.anilist.AniListSource;
import io.mokuroku.upstream.animeschedule.AnimeScheduleSource;
import io.mokuroku.upstream.jikan.JikanSource;
import io.mokuroku.upstream.kitsu.KitsuSource;
import io.mokuroku.upstream.mal.MalSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Answers of status 200 that are about nothing: they must not be taken for our own fault.
 */
class UnreadableAnswersTests {

	private static final SourceLink MAL = SourceLink.ofKey("MYANIMELIST#990041");

	private final FakeProvider provider = new FakeProvider();

	private final Unrecognised nobody = Notes.none().unrecognised();

	@AfterEach
	void close() {
		this.provider.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "{}", "{\"data\":null}", "{\"data\":{}}" })
	void ofJikan(String body) {
		JikanSource jikan = new JikanSource(open("jikan"), this.nobody);
		isUnreadable(body, () -> jikan.find(MAL));
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "{}", "{\"data\":null}" })
	void ofJikanInPart(String body) {
		JikanSource jikan = new JikanSource(open("jikan"), this.nobody);
		isUnreadable(body, () -> jikan.findEpisode(MAL, 1));
		isUnreadable(body, () -> jikan.findDistribution(MAL));
	}

	@Test
	void ofOthers() {
		isUnreadable("{}", () -> new MalSource(open("mal"), this.nobody).find(MAL));
		isUnreadable("{\"data\":[{}]}",
				() -> new KitsuSource(open("kitsu"), this.nobody).find(SourceLink.ofKey("KITSU#990031")));
		isUnreadable("{\"data\":{\"Media\":{}}}",
				() -> new AniListSource(open("anilist"), this.nobody).find(SourceLink.ofKey("ANILIST#990011")));
		isUnreadable("null", () -> new AnimeScheduleSource(open("animeschedule"), this.nobody)
			.find(SourceLink.ofKey("ANIMESCHEDULE#hoshi-no-tegami")));
		isUnreadable("<maintenance/>", () -> new AniDbSource(open("anidb"), "mokuroku", 1, this.nobody)
			.find(SourceLink.ofKey("ANIDB#990001")));
	}

	private void isUnreadable(String body, Runnable question) {
		this.provider.says(200, body);
		assertThat(catchThrowableOfType(PermanentFailure.class, question::run)).as(body)
			.extracting(PermanentFailure::code)
			.isEqualTo("upstream_unreadable");
	}

	private UpstreamApi open(String name) {
		return UpstreamApis.direct(InstantSource.system())
			.open(name, this.provider.address(), Dialects.http(), Map.of());
	}

}
