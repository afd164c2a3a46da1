package io.mokuroku.search.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.index.AnimeCondition;
import io.mokuroku.search.index.AnimeField;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.web.ApiProblem;
import io.mokuroku.web.ErrorCode;
import io.mokuroku.web.ErrorSource;

/**
 * Reads {@code filter[field]=value}, {@code filter[field][operator]=value} and
 * {@code filter[group][field][operator]=value}. Groups are {@code must} (all hold, the
 * default), {@code mustNot} (none holds) and {@code should} (one holds at least). A
 * parameter that comes several times is as many conditions.
 */
final class FilterParameters {

	/** What the names of all of them begin with. */
	static final String FAMILY = "filter";

	/** More conditions are refused. */
	static final int MOST = 20;

	/** More values of all conditions together are refused: an index takes so many. */
	static final int MOST_VALUES = 200;

	/** More franchises are refused: each is a walk through the index. */
	static final int MOST_FRANCHISES = 5;

	private static final Pattern NAME = Pattern
		.compile("filter(?:\\[(must|mustNot|should)])?\\[([a-zA-Z]+)](?:\\[([a-zA-Z]+)])?");

	private static final Map<String, AnimeField> FIELDS = Arrays.stream(AnimeField.values())
		.collect(Collectors.toMap(FilterParameters::name, Function.identity()));

	/** Stands for the ids of all that belong with an anime. */
	private static final String FRANCHISE = "franchise";

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
			Room room = new Room();
			for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
				if (parameter.getKey().startsWith(FAMILY + "[")) {
					Named named = named(parameter.getKey());
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

	private List<AnimeCondition> read(Named named, String value, Room room) {
		List<String> values = FilterValues.list(named, value);
		room.take(named, values.size());
		if (named.field().equals(FRANCHISE)) {
			named.requireOf(Operator.WORDS);
			Set<String> all = new HashSet<>();
			List<AnimeId> members = values.stream().map((id) -> FilterValues.id(named, id)).distinct().toList();
			room.takeFranchises(named, members.size());
			members.forEach((member) -> this.franchise.apply(member).forEach((each) -> all.add(each.toString())));
			return List.of(new AnimeCondition.OneOf(AnimeField.ID, all));
		}
		return FilterValues.alternatives(field(named.field(), named.parameter()), named, values);
	}

	private static void add(Named named, List<AnimeCondition> any, AnimeFilter.Change asked,
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
									(named.operator() == Operator.NE) ? "eq" : "in"));
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

	private static Named named(String parameter) {
		Matcher name = NAME.matcher(parameter);
		if (!name.matches()) {
			throw ApiProblem.of(ErrorCode.UNKNOWN_PARAMETER, ErrorSource.parameter(parameter),
					"filters are written filter[field], filter[field][operator] or filter[group][field][operator], "
							+ "where the group is must, mustNot or should");
		}
		if (!name.group(2).equals(FRANCHISE)) {
			field(name.group(2), parameter);
		}
		String operator = (name.group(3) != null) ? name.group(3) : Operator.EQ.written();
		return new Named(parameter, (name.group(1) != null) ? Group.of(name.group(1)) : Group.MUST, name.group(2),
				Arrays.stream(Operator.values())
					.filter((each) -> each.written().equals(operator))
					.findFirst()
					.orElseThrow(() -> ApiProblem.badParameter(parameter, "operators are " + Operator.all())));
	}

	/** What one request has asked for already. */
	private static final class Room {

		private int conditions;

		private int values;

		private int franchises;

		void take(Named named, int more) {
			this.conditions++;
			this.values += more;
			require(this.conditions <= MOST, named, MOST + " conditions");
			require(this.values <= MOST_VALUES, named, MOST_VALUES + " values in all conditions together");
		}

		void takeFranchises(Named named, int more) {
			this.franchises += more;
			require(this.franchises <= MOST_FRANCHISES, named, MOST_FRANCHISES + " franchises");
		}

		private static void require(boolean fits, Named named, String most) {
			if (!fits) {
				throw ApiProblem.badParameter(named.parameter(), "no more than " + most);
			}
		}

	}

	/** How conditions hang together. */
	private enum Group {

		MUST, MUST_NOT, SHOULD;

		static Group of(String written) {
			return switch (written) {
				case "mustNot" -> MUST_NOT;
				case "should" -> SHOULD;
				default -> MUST;
			};
		}

	}

	/** How a field is compared with a value. */
	enum Operator {

		EQ, NE, IN, NOT_IN, GT, GTE, LT, LTE;

		/** Those that compare words. */
		static final List<Operator> WORDS = List.of(EQ, NE, IN, NOT_IN);

		String written() {
			return (this == NOT_IN) ? "notIn" : name().toLowerCase(Locale.ROOT);
		}

		boolean opposite() {
			return this == NE || this == NOT_IN;
		}

		boolean list() {
			return this == IN || this == NOT_IN;
		}

		static String all() {
			return Arrays.stream(values()).map(Operator::written).collect(Collectors.joining(", "));
		}

	}

	/**
	 * A parameter taken apart.
	 *
	 * @param parameter its whole name
	 * @param group how it hangs together with others
	 * @param field what clients call the field
	 * @param operator how it is compared
	 */
	record Named(String parameter, Group group, String field, Operator operator) {

		void requireOf(List<Operator> operators) {
			if (!operators.contains(this.operator)) {
				throw ApiProblem.badParameter(this.parameter, "%s takes %s".formatted(this.field,
						operators.stream().map(Operator::written).collect(Collectors.joining(", "))));
			}
		}

	}

}
