package io.mokuroku.review.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules a browser checks while somebody types are those of the service. Runs where
 * there is a Node to run the script with, and is reported as skipped elsewhere.
 */
final class BrowserRulesTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final List<String> RIGHT = List.of("{\"decision\":\"APPROVE\",\"version\":1}",
			"{\"decision\":\"REJECT\",\"version\":1,\"note\":\"a\\nb\"}",
			"{\"decision\":\"DEFER\",\"version\":1,\"until\":\"2026-12-01T09:00:00Z\"}",
			edit("{\"title\":\"" + "𝄞".repeat(500) + "\"}"), edit("{\"englishTitle\":null}"),
			edit("{\"season\":null}"), edit("{\"airedFrom\":\"2026-11\"}"), edit("{\"relations\":[]}"),
			edit("{\"relations\":[{\"type\":\"SEQUEL\",\"target\":\"https://myanimelist.net/anime/1\"}]}"),
			edit("{\"episodeRows\":[{\"episode\":\"13\",\"title\":\"Rain\",\"aired\":\"2026-10-18\"},{\"episode\":\"special:1\",\"remove\":true}]}"),
			edit("{\"episodeShifts\":[{\"from\":\"1\",\"to\":\"12.5\",\"numbers\":-1,\"days\":7}]}"),
			edit("{\"characterRows\":[{\"character\":\"9d8c8ec8-75e9-5630-983e-07b4cd37a972\",\"role\":\"MAIN\",\"split\":\"https://anilist.co/character/5\"}]}"),
			edit("{\"staffRows\":[{\"name\":\"Mio\",\"roles\":[\"Director\"]},{\"person\":\"9d8c8ec8-75e9-5630-983e-07b4cd37a972\",\"remove\":true}]}"));

	private static final List<String> WRONG = List.of("{\"decision\":\"APPROVE\",\"version\":0}",
			"{\"decision\":\"APPROVE\"}", "{\"version\":1}", "{\"decision\":\"MAYBE\",\"version\":1}",
			"{\"decision\":\"REJECT\",\"version\":1}", "{\"decision\":\"REJECT\",\"version\":1,\"note\":\" \"}",
			"{\"decision\":\"DEFER\",\"version\":1,\"until\":\"tomorrow\"}", "{\"decision\":\"DEFER\",\"version\":1}",
			"{\"decision\":\"MERGE\",\"version\":1,\"other\":\"19\"}",
			"{\"decision\":\"APPROVE_WITH_EDITS\",\"version\":1}",
			"{\"decision\":\"APPROVE_WITH_EDITS\",\"version\":1,\"edits\":{}}",
			"{\"decision\":\"APPROVE\",\"version\":1,\"edits\":{\"title\":\"x\"}}", edit("{\"title\":null}"),
			edit("{\"title\":\"\"}"), edit("{\"title\":\"a\\nb\"}"), edit("{\"title\":\"" + "x".repeat(501) + "\"}"),
			edit("{\"episodes\":0}"), edit("{\"episodes\":10000}"), edit("{\"episodes\":\"12\"}"),
			edit("{\"episodes\":1.5}"), edit("{\"type\":\"FILM\"}"), edit("{\"genres\":[\"Drama\",\"Drama\"]}"),
			edit("{\"genres\":[\"\"]}"), edit("{\"genres\":null}"), edit("{\"airedFrom\":\"2026-13\"}"),
			edit("{\"broadcast\":{\"day\":\"FRIDAY\",\"time\":\"24:30\"}}"),
			edit("{\"broadcast\":{\"day\":\"FRIDAY\"}}"), edit("{\"picture\":\"javascript:alert(1)\"}"),
			edit("{\"picture\":\"https://example.org/a b.png\"}"), edit("{\"country\":\"jp\"}"),
			edit("{\"relations\":[{\"type\":\"NEXT\",\"target\":\"x\"}]}"),
			edit("{\"relations\":[{\"type\":\"SEQUEL\"}]}"), edit("{\"relations\":null}"),
			edit("{\"relations\":[{\"type\":\"SEQUEL\",\"target\":\"https://anidb.net/anime/1\",\"title\":\"x\"}]}"),
			edit("{\"reviewer\":\"eve\"}"), edit("{\"adult\":\"yes\"}"),
			edit("{\"episodeRows\":[{\"title\":\"Rain\"}]}"), edit("{\"episodeRows\":[{\"episode\":\"third\"}]}"),
			edit("{\"episodeRows\":[{\"episode\":\"1\",\"aired\":\"2026-10-32\"}]}"),
			edit("{\"episodeRows\":[{\"episode\":\"1\",\"title\":\" \"}]}"),
			edit("{\"episodeRows\":[{\"episode\":\"1\",\"remove\":\"yes\"}]}"),
			edit("{\"episodeRows\":{\"episode\":\"1\"}}"),
			edit("{\"episodeShifts\":[{\"from\":\"1\",\"to\":\"2\",\"numbers\":\"ten\"}]}"),
			edit("{\"episodeShifts\":[{\"from\":\"1\",\"to\":\"2\",\"days\":36501}]}"),
			edit("{\"episodeShifts\":[{\"from\":\"1\"}]}"), edit("{\"characterRows\":[{\"character\":\"Riku\"}]}"),
			edit("{\"characterRows\":[{\"character\":\"9d8c8ec8-75e9-5630-983e-07b4cd37a972\",\"role\":\"HERO\"}]}"),
			edit("{\"characterRows\":[{\"character\":\"9d8c8ec8-75e9-5630-983e-07b4cd37a972\",\"split\":\"javascript:alert(1)\"}]}"),
			edit("{\"staffRows\":[{\"roles\":[\"Director\",\"Director\"]}]}"),
			edit("{\"staffRows\":[{\"name\":\"Mio\",\"salary\":1}]}"), edit("{\"staffRows\":[{\"name\":\"a\\nb\"}]}"));

	private static final List<String> DECISIONS = Stream.concat(RIGHT.stream(), WRONG.stream()).toList();

	@TempDir
	private Path folder;

	@Test
	void areThoseOfTheService() throws Exception {
		Assumptions.assumeTrue(hasNode(), "there is no Node");
		Map<String, List<String>> service = new LinkedHashMap<>();
		DECISIONS.forEach((decision) -> service.put(decision,
				DecisionSchema.load()
					.faults(JSON.readTree(decision))
					.stream()
					.map(Fault::field)
					.distinct()
					.sorted()
					.toList()));
		assertThat(browser()).isEqualTo(service);
		assertThat(service.keySet().stream().filter((decision) -> service.getOrDefault(decision, List.of()).isEmpty()))
			.as("those that are right")
			.containsExactlyElementsOf(RIGHT);
	}

	private static String edit(String edits) {
		return "{\"decision\":\"APPROVE_WITH_EDITS\",\"version\":1,\"edits\":" + edits + "}";
	}

	/** The places that are wrong as the script sees them, by decision. */
	private Map<String, List<String>> browser() throws Exception {
		try (var script = getClass().getResourceAsStream("/io/mokuroku/review/portal/validate.js")) {
			Files.write(this.folder.resolve("validate.mjs"), script.readAllBytes());
		}
		Files.writeString(this.folder.resolve("schema.json"), DecisionSchema.load().text());
		Files.writeString(this.folder.resolve("decisions.json"), JSON.writeValueAsString(DECISIONS));
		Files.writeString(this.folder.resolve("run.mjs"), """
				import { readFileSync } from "node:fs";
				import { validate } from "./validate.mjs";
				const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
				const places = (decision) => [...new Set(validate(read("schema.json"), JSON.parse(decision))
					.map((fault) => fault.path.join(".")))].sort();
				console.log(JSON.stringify(read("decisions.json").map(places)));
				""");
		Process node = new ProcessBuilder("node", this.folder.resolve("run.mjs").toString()).redirectErrorStream(true)
			.start();
		JsonNode answer = JSON.readTree(node.getInputStream().readAllBytes());
		assertThat(node.waitFor(20, TimeUnit.SECONDS)).isTrue();
		Map<String, List<String>> places = new LinkedHashMap<>();
		for (int i = 0; i < DECISIONS.size(); i++) {
			places.put(DECISIONS.get(i), answer.get(i).values().stream().map(JsonNode::asString).toList());
		}
		return places;
	}

	private static boolean hasNode() throws InterruptedException {
		try {
			return new ProcessBuilder("node", "--version").start().waitFor() == 0;
		}
		catch (IOException _) {
			return false;
		}
	}

}
