package io.mokuroku.search.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.index.AnimeCondition;
import io.mokuroku.search.index.AnimeField;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.web.ApiProblem;

/**
 * Reads {@code filter[field]=value}, {@code filter[field][operator]=value} and
 * {@code filter[group][field][operator]=value}. Groups are {@code must} (all hold, the
 * default), {@code mustNot} (none holds) and {@code should} (one holds at least). A
 * parameter that comes several times is as many conditions.
 */
final class FilterParameters {

	/** What the names of all of them begin with. */
	static final String FAMILY = "filter";

	private final Function<AnimeId, List<AnimeId>> franchise;

	/**
	 * Reads parameters.
	 * @param franchise names an anime and all that belongs with it
	 */
	FilterParameters(Function<AnimeId, List<AnimeId>> franchise) {
		this.franchise = franchise;
	}

	/**
	 * What parameters ask for; others than those of the family are passed over.
	 * @throws ApiProblem if one cannot be understood
	 */
	AnimeFilter read(Map<String, List<String>> parameters, boolean adult) {
		List<AnimeCondition> should = new ArrayList<>();
		return AnimeFilter.of((asked) -> {
			asked.adult = adult;
			FilterRoom room = new FilterRoom();
			for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
				if (parameter.getKey().startsWith(FAMILY + "[")) {
					FilterParameter named = FilterParameter.parse(parameter.getKey());
					for (String value : parameter.getValue()) {
						add(named, read(named, value, room), asked, should);
					}
				}
			}
			if (!should.isEmpty()) {
				asked.should(should);
			}
		});
	}

	private List<AnimeCondition> read(FilterParameter named, String value, FilterRoom room) {
		List<String> values = FilterValues.list(named, value);
		room.take(named, values.size());
		if (named.ofFranchise()) {
			named.requireOf(FilterOperator.WORDS);
			Set<String> all = new HashSet<>();
			List<AnimeId> members = values.stream().map((id) -> FilterValues.id(named, id)).distinct().toList();
			room.takeFranchises(named, members.size());
			members.forEach((member) -> this.franchise.apply(member).forEach((each) -> all.add(each.toString())));
			return List.of(new AnimeCondition.OneOf(AnimeField.ID, all));
		}
		return FilterValues.alternatives(FieldNames.get(named.field(), named.parameter()), named, values);
	}

	private static void add(FilterParameter named, List<AnimeCondition> any, AnimeFilter.Change asked,
			List<AnimeCondition> should) {
		boolean opposite = named.operator().opposite();
		switch (named.group()) {
			case MUST -> {
				if (opposite) {
					any.forEach(asked::mustNot);
				}
				else {
					asked.should(any);
				}
			}
			case MUST_NOT -> {
				if (opposite) {
					throw ApiProblem.badParameter(named.parameter(),
							"%s inside mustNot denies twice; ask with %s in must".formatted(named.operator().written(),
									(named.operator() == FilterOperator.NE) ? "eq" : "in"));
				}
				any.forEach(asked::mustNot);
			}
			case SHOULD -> {
				if (opposite && any.size() > 1) {
					throw ApiProblem.badParameter(named.parameter(),
							"notIn of several numbers is no alternative; ask with ne or mustNot");
				}
				any.forEach((condition) -> should.add(opposite ? new AnimeCondition.Not(condition) : condition));
			}
		}
	}

}
