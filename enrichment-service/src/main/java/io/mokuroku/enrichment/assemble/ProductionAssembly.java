package io.mokuroku.enrichment.assemble;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Production.Company;
import io.mokuroku.catalogue.Production;
import io.mokuroku.enrichment.merge.Folding;
import io.mokuroku.enrichment.stage.DetailFields;
import io.mokuroku.enrichment.stage.EntryFields;

/**
 * Who made an anime. Names are one provider's; the pages of a company are those of all
 * providers that name it anywhere.
 */
final class ProductionAssembly {

	private ProductionAssembly() {
	}

	static Production of(Choices choices) {
		List<String> studios = choices.chooseOr(EntryFields.STUDIOS, List.of());
		List<String> producers = choices.chooseOr(EntryFields.PRODUCERS, List.of());
		List<String> licensors = choices.chooseOr(DetailFields.LICENSORS, List.of());
		List<String> names = new ArrayList<>(studios);
		names.addAll(producers);
		names.addAll(licensors);
		return new Production(studios, producers, choices.choose(EntryFields.SOURCE_MATERIAL), licensors,
				choices.choose(DetailFields.COUNTRY),
				companies(names, choices.chooseOr(DetailFields.COMPANIES, List.of())));
	}

	/** Each once, in the order in which they are named. */
	private static List<Company> companies(List<String> names, List<Company> known) {
		Map<UUID, List<URI>> links = new HashMap<>();
		known.forEach((company) -> links.put(company.id(), company.links()));
		Map<UUID, Company> companies = new LinkedHashMap<>();
		names.forEach((name) -> {
			UUID id = AnimeId.company(Folding.of(name));
			companies.putIfAbsent(id, new Company(id, name, links.getOrDefault(id, List.of())));
		});
		return List.copyOf(companies.values());
	}

}
