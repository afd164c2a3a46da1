package io.mokuroku.review.portal;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class ShownBodyTests {

	@Test
	void laysJsonOutWithoutChangingIt() {
		ShownBody shown = shown("{\"a\":1.10,\"a\":[12345678901234567890,\"星\"]}");
		assertThat(shown.json()).isTrue();
		assertThat(shown.text().replaceAll("\\s", "")).isEqualTo("{\"a\":1.10,\"a\":[12345678901234567890,\"星\"]}");
		assertThat(shown.text()).contains("\n  \"a\"");
		assertThat(shown.cut()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<anime id=\"1\"/>", "{\"broken\":", "plain", "[1,2] tail" })
	void showsAnythingElseAsItCame(String body) {
		assertThat(shown(body)).isEqualTo(new ShownBody(body, false, false));
	}

	@Test
	void cutsLongJsonAndLongText() {
		String json = "[" + "\"element\",".repeat(20_000) + "1]";
		assertThat(shown(json)).returns(true, ShownBody::json)
			.returns(true, ShownBody::cut)
			.satisfies((shown) -> assertThat(shown.text()).hasSize(ShownBody.LONGEST).startsWith("[ \"element\","));
		assertThat(shown("ä".repeat(ShownBody.LONGEST * 5))).returns(true, ShownBody::cut)
			.satisfies((shown) -> assertThat(shown.text()).hasSize(ShownBody.LONGEST));
		assertThat(shown("x".repeat(ShownBody.LONGEST)).cut()).isFalse();
	}

	@Test
	void cutsNoCharacterInTwo() {
		assertThat(shown("x" + "🎬".repeat(ShownBody.LONGEST)).text()).hasSize(ShownBody.LONGEST - 1).endsWith("🎬");
	}

	private static ShownBody shown(String body) {
		return ShownBody.of(body.getBytes(StandardCharsets.UTF_8));
	}

}
