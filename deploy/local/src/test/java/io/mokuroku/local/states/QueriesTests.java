package io.mokuroku.local.states;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * JSONata as Step Functions has it.
 */
class QueriesTests {

	private static final JsonNode INPUT = Json
		.parse("""
				{"n": null, "list": [1, null, "x"], "one": [7], "none": [], "big": 9007199254740991, "half": 0.5, "text": "a"}""");

	private final Queries queries = new Queries(
			new QueryFunctions(InstantSource.fixed(Instant.parse("2026-03-01T10:00:00.250Z")), new Random(5)));

	private final Bindings bindings = Bindings.of(Map.of("v", Json.parse("3"), "nil", Json.parse("null")), INPUT,
			Json.object());

	private JsonNode evaluate(String expression) throws QueryFailure {
		return this.queries.evaluate(new Template.Query(Expression.compile(expression)), "Output", this.bindings);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			$states.input.n | null
			$nil | null
			$states.input.list | [1, null, "x"]
			$states.input.one | [7]
			$states.input.none | []
			$states.input.big | 9007199254740991
			$states.input.half * 2 | 1
			$v / 2 | 1.5
			{'a': $v, 'b': [null]} | {"a": 3, "b": [null]}
			$parse('{"a": [1, null]}') | {"a": [1, null]}
			$parse('[1]') | [1]
			$hash('a', 'SHA-1') | "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8"
			$hash('a', 'MD5') | "0cc175b9c0f1b6a831c399e269772661"
			$partition([1, 2, 3, 4, 5], 2) | [[1, 2], [3, 4], [5]]
			$partition([1, 2, 3], 2.9) | [[1, 2], [3]]
			$range(1, 9, 2) | [1, 3, 5, 7, 9]
			$range(3, 1, -1) | [3, 2, 1]
			$range(0, 1, 0.5) | [0, 0.5, 1]
			$random(7) = $random(7) | true
			$random(7) = $random(8) | false
			$now() | "2026-03-01T10:00:00.250Z"
			$now('[Y0001]') | "2026"
			$millis() | 1772359200250
			$type($v) | "number"
			$merge([{'a': 1}, {'b': 2}]) | {"a": 1, "b": 2}
			($f := function($x) { $x + 1 }; $map([1, 2], $f)) | [2, 3]
			""")
	void evaluates(String expression, String expected) throws QueryFailure {
		assertThat(evaluate(expression)).isEqualTo(Json.parse(expected));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			$states.input.missing | returned nothing (undefined)
			$ | returned nothing (undefined)
			$nope | returned nothing (undefined)
			$nope() | T1006
			$eval('1') | T1006
			function($x) { $x } | returned an unsupported result type
			/a/ | returned an unsupported result type
			$error('told') | told
			$number('x') | threw an error during evaluation
			$parse('{') | not valid JSON
			$hash('a', 'CRC') | $hash takes
			$partition([1], 0) | chunk size
			$range(1, 2, 0) | step
			$range(1, 5000, 1) | more than 1000
			($f := function($x) { $f($x) + 1 }; $f(1)) | overflow
			""")
	void failsWithReason(String expression, String reason) {
		assertThatExceptionOfType(QueryFailure.class).isThrownBy(() -> evaluate(expression))
			.withMessageContaining(reason)
			.satisfies((ex) -> assertThat(ex.location()).isEqualTo("Output"));
	}

	@Test
	void identifiersAreRandomVersionFourUuids() throws QueryFailure {
		String uuid = evaluate("$uuid()").stringValue();
		assertThat(UUID.fromString(uuid).version()).isEqualTo(4);
		assertThat(evaluate("$uuid()").stringValue()).isNotEqualTo(uuid);
	}

	@Test
	void locationNamesTheFieldInsideTheTemplate() {
		Template template = new Template.ObjectOf(
				Map.of("a", new Template.ArrayOf(List.of(new Template.Query(Expression.compile("$nope"))))));
		assertThatExceptionOfType(QueryFailure.class)
			.isThrownBy(() -> this.queries.evaluate(template, "Assign", this.bindings))
			.satisfies((ex) -> assertThat(ex.location()).isEqualTo("Assign/a[0]"));
	}

	@Test
	void oneExpressionServesManyThreads() throws Exception {
		Template template = new Template.Query(Expression.compile("$sum($map([1..50], function($i) {$i * $v}))"));
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<JsonNode>> tasks = new ArrayList<>();
			for (int i = 0; i < 200; i++) {
				Bindings own = Bindings.of(Map.of("v", Json.parse(String.valueOf(i))), INPUT, Json.object());
				tasks.add(() -> this.queries.evaluate(template, "Output", own));
			}
			List<Future<JsonNode>> results = threads.invokeAll(tasks);
			for (int i = 0; i < 200; i++) {
				assertThat(results.get(i).get().intValue()).isEqualTo(1275 * i);
			}
		}
	}

}
