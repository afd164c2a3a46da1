package io.mokuroku.local.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.local.running.LocalApis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the tables hold, as far as rules about all of it are concerned.
 *
 * @param entries by id
 * @param links the entry that each link is claimed for
 * @param proposed entries for which a state is proposed
 * @param unannounced changes that were committed and not sent
 */
record StoredCatalogue(Map<String, Entry> entries, Map<String, String> links, Set<String> proposed, int unannounced) {

	private static final String NOBODY = "nobody";

	StoredCatalogue {
		entries = Map.copyOf(entries);
		links = Map.copyOf(links);
		proposed = Set.copyOf(proposed);
	}

	/** Reads the tables of a run. */
	static StoredCatalogue read(LocalApis apis) throws IOException, InterruptedException {
		Map<String, Entry> entries = new HashMap<>();
		Map<String, String> links = new HashMap<>();
		Set<String> proposed = new HashSet<>();
		int[] unannounced = { 0 };
		apis.scan("anime", (item) -> {
			String id = item.at("/anime_id/S").asString();
			switch (item.at("/part/S").asString()) {
				case "entry" -> entries.put(id, entry(item));
				case "proposal" -> proposed.add(id);
				default -> {
					// episodes, characters and what else is counted nowhere
				}
			}
		});
		apis.scan("source-links",
				(item) -> links.put(item.at("/link/S").asString(), item.at("/anime_id/S").asString()));
		apis.scan("outbox", (_) -> unannounced[0]++);
		return new StoredCatalogue(entries, links, proposed, unannounced[0]);
	}

	private static Entry entry(JsonNode item) {
		JsonNode body = JsonMapper.shared().readTree(item.at("/body/S").asString());
		Set<String> sources = new TreeSet<>();
		body.path("sources").forEach((source) -> sources.add(source.asString()));
		return new Entry(item.at("/lifecycle/S").asString(), sources, body.at("/titles/main").asString(""));
	}

	/**
	 * What is wrong with it, a sentence each.
	 * @param records the links of each record that was accepted
	 * @param waiting entries that wait for a person
	 */
	List<String> faults(List<Set<SourceLink>> records, Set<String> waiting) {
		List<String> faults = new ArrayList<>();
		Map<String, Integer> owners = new HashMap<>();
		for (Set<SourceLink> record : records) {
			Set<String> its = new TreeSet<>();
			record.forEach((link) -> its.add(this.links.getOrDefault(link.key(), NOBODY)));
			if (its.size() != 1 || its.contains(NOBODY)) {
				faults.add("the record of " + record + " belongs to " + its);
			}
			its.remove(NOBODY);
			its.forEach((owner) -> owners.merge(owner, 1, Integer::sum));
		}
		owners.forEach((owner, number) -> {
			if (number > 1) {
				faults.add(owner + " holds " + number + " records");
			}
			if (!this.entries.containsKey(owner)) {
				faults.add(owner + " holds records and is no entry");
			}
		});
		this.links.forEach((link, owner) -> {
			Entry entry = this.entries.get(owner);
			if (entry == null || !entry.sources().contains(link)) {
				faults.add(link + " is claimed for " + owner + ", which does not have it");
			}
		});
		this.entries.forEach((id, entry) -> {
			entry.sources().forEach((source) -> {
				if (!Objects.equals(this.links.get(source), id)) {
					faults.add(id + " has " + source + ", which is claimed for " + this.links.get(source));
				}
			});
			if (!owners.containsKey(id)) {
				faults.add(id + " is of no record");
			}
			if (!entry.lifecycle().equals("ACTIVE") && !waiting.contains(id)) {
				faults.add(id + " is " + entry.lifecycle() + " and waits for nobody");
			}
		});
		this.proposed.stream()
			.filter((id) -> !waiting.contains(id))
			.forEach((id) -> faults.add(id + " has a proposal that nobody decides on"));
		if (this.unannounced > 0) {
			faults.add(this.unannounced + " changes were not announced");
		}
		return faults;
	}

	/**
	 * An entry.
	 *
	 * @param lifecycle where it stands
	 * @param sources its links by key
	 * @param title its main title
	 */
	record Entry(String lifecycle, Set<String> sources, String title) {

		Entry {
			sources = Set.copyOf(sources);
		}

	}

}
