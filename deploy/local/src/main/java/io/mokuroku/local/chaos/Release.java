package io.mokuroku.local.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.mokuroku.catalogue.SourceLink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records of a release, as far as it matters whose they are.
 *
 * @param records the links of each
 */
record Release(List<Set<SourceLink>> records) {

	Release {
		records = List.copyOf(records);
	}

	/** Reads a release with a record on each line but the first. */
	static Release read(Path file) throws IOException {
		List<Set<SourceLink>> records = new ArrayList<>();
		for (String line : Files.readAllLines(file)) {
			JsonNode sources = JsonMapper.shared().readTree(line).path("sources");
			if (!sources.isMissingNode()) {
				Set<SourceLink> links = new LinkedHashSet<>();
				sources.forEach((source) -> links.add(SourceLink.parse(source.asString()).orElseThrow()));
				records.add(links);
			}
		}
		return new Release(records);
	}

}
