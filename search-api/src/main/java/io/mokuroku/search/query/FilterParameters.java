package io.mokuroku.search.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

	private static final Map<String, AnimeField> FIELDS = Arrays.stream(AnimeField.values())
		.collect(Collectors.toMap(FilterParameters::name, Function.identity()));

	private final Function<AnimeId, List<AnimeId>> franchise;

	/**
	 * Reads parameters.
	 * @param franchise names an anime and all that belongs with it
	 */
	FilterParameters(Function<AnimeId, List<AnimeId>> franchise) {
		this.franchise = franchise;
	}

	/** How clients call a field: {@code airedFrom}. */
	static String name(AnimeField field) {
		StringBuilder name = new StringBuilder();
		for (String word : field.name().toLowerCase(Locale.ROOT).split("_", -1)) {
			name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
		}
		return name.toString();
	}

	/** The field of that name. */
	static AnimeField field(String name, String parameter) {
		AnimeField field = FIELDS.get(name);
		if (field == null) {
			throw ApiProblem.badParameter(parameter, "no field is called so; known are "
					+ String.join(", ", FIELDS.keySet().stream().sorted().toList()));
		}
		return field;
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
		return FilterValues.alternatives(field(named.field(), named.parameter()), named, values);
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
