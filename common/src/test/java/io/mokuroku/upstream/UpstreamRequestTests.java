package io.mokuroku.upstream;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UpstreamRequestTests {

	@Test
	void encodesNamesAndValuesOfAQuery() {
		UpstreamRequest request = UpstreamRequest.get("episodes", "42", "/episodes")
			.query("filter[mediaId]", 42)
			.query("q", "a b&c+d");
		assertThat(request.target()).isEqualTo("/episodes?filter%5BmediaId%5D=42&q=a%20b%26c%2Bd");
	}

	@Test
	void asksForTheBaseAddressItself() {
		UpstreamRequest request = UpstreamRequest.post("media", "1", "", Map.of("query", "{ Media { id } }"));
		assertThat(request.target()).isEmpty();
		assertThat(request.body()).isEqualTo("{\"query\":\"{ Media { id } }\"}");
	}

	@Test
	void doesNotShowSecrets() {
		assertThat(Secret.valueOf(" hush ")).hasToString("***").extracting(Secret::value).isEqualTo("hush");
	}

	@Test
	void namesRoutesWithoutIds() {
		assertThat(UpstreamRequest.get("anime", "42", "/anime/42/full").route()).isEqualTo("/anime/{id}/full");
		assertThat(UpstreamRequest.get("episode", "42", "/anime/42/episodes/7").route())
			.isEqualTo("/anime/{id}/episodes/{number}");
		assertThat(UpstreamRequest.get("anime", "hoshi", "/anime/hoshi").query("page", 2).route())
			.isEqualTo("/anime/{id}");
		assertThat(UpstreamRequest.post("anime", "42", "", Map.of()).route()).isEqualTo("/");
	}

}
