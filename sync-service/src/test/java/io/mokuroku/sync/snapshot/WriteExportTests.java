package io.mokuroku.sync.snapshot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.digest.Sha256;
import io.mokuroku.export.Export;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

final class WriteExportTests {

	@TempDir
	private Path folder;

	@Test
	void tellsEverybodyFactsAndNothingElse() throws Exception {
		SnapshotWorkshop workshop = new SnapshotWorkshop(new BucketInFolder(this.folder));
		workshop.engines.reset();
		Stores stores = workshop.stores;
		AnimeEntry tagged = Entries.aDraft("Hidden", "MYANIMELIST#3")
			.with((change) -> change.subjects = Subjects.ofTags(List.of("Hentai")));
		AnimeEntry shown = Entries.aDraft("Shown", "MYANIMELIST#1", "ANIDB#2").with((change) -> {
			change.synopsis = "Words that somebody wrote";
			change.provenance = Map.of("titles", new Provenance("dataset", Entries.CREATED, "PRIORITY", 0.9));
			change.relations = List.of(new Relation(RelationType.SEQUEL, SourceLink.ofKey("MYANIMELIST#4")),
					new Relation(RelationType.OTHER, SourceLink.ofKey("MYANIMELIST#3")), new Relation(
							RelationType.OTHER, SourceLink.ofKey("KITSU#33"), tagged.id(), "Hidden", null, List.of()));
		});
		AnimeEntry into = Entries.aDraft("Merged as well", "MYANIMELIST#5");
		AnimeEntry merged = Entries.aDraft("Merged", "MYANIMELIST#4");
		stores.anime().add(List.of(shown, tagged, merged, into));
		stores.anime()
			.save(merged.redirectedTo(shown.id())
				.with((change) -> change.revision = merged.revision().next(Entries.CREATED, "trace-1")), merged, null);
		stores.anime()
			.save(into.redirectedTo(tagged.id())
				.with((change) -> change.revision = into.revision().next(Entries.CREATED, null)), into, null);
		stores.parts().putProposal(shown);
		workshop.put("reviews", Map.of("task_id", SnapshotWorkshop.text("task-1")));
		workshop.export.after(workshop.take("one"));
		JsonNode latest = latest(workshop);
		byte[] file = workshop.store.find(latest.at("/key").asString()).orElseThrow();
		assertThat(latest.at("/bytes").asLong()).isEqualTo(file.length);
		assertThat(latest.at("/sha256").asString()).isEqualTo(Sha256.hex(file));
		assertThat(latest.at("/entries").asInt()).isEqualTo(2);
		assertThat(latest.at("/licence/database").asString()).isEqualTo("ODbL-1.0");
		String text = text(file);
		assertThat(text).contains("\"Shown\"", shown.id().toString(), "\"takenFrom\":{\"titles\":\"dataset\"}",
				"https://anidb.net/anime/2", "MYANIMELIST#4", "\"mergedInto\":\"" + shown.id());
		assertThat(text).doesNotContain("Words that", "Hidden", "MYANIMELIST#3", "KITSU#33", tagged.id().toString(),
				"trace-1", "hash-of-", "task-1", "\"review\"");
		assertThat(text.lines()).hasSize(2).allSatisfy((line) -> JsonMapper.shared().readTree(line));
	}

	@Test
	void keepsTheLastTwoAndPointsToTheNewest() throws Exception {
		SnapshotWorkshop workshop = new SnapshotWorkshop(new BucketInFolder(this.folder));
		workshop.engines.reset();
		workshop.stores.anime().add(List.of(Entries.aDraft("Shown", "MYANIMELIST#1")));
		for (String id : List.of("1", "2", "3")) {
			workshop.export.after(workshop.take(id));
		}
		assertThat(workshop.store.folders("exports/")).containsExactlyInAnyOrder("2", "3");
		assertThat(latest(workshop).at("/id").asString()).isEqualTo("3");
	}

	private static JsonNode latest(SnapshotWorkshop workshop) {
		return JsonMapper.shared().readTree(workshop.store.find(Export.LATEST).orElseThrow());
	}

	private static String text(byte[] gzip) throws IOException {
		return new String(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes(), StandardCharsets.UTF_8);
	}

}
