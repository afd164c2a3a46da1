package io.mokuroku.local.states;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import com.dashjoin.jsonata.utils.DateTimeUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The functions Step Functions adds to JSONata ({@code $parse}, {@code $uuid},
 * {@code $hash}, {@code $partition}, {@code $range}, {@code $random} with a seed), and
 * the two that tell the time, bound to our clock.
 */
final class QueryFunctions {

	private static final Set<String> DIGESTS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

	private static final int LONGEST_RANGE = 1_000;

	private final InstantSource clock;

	private final RandomGenerator random;

	private final Map<String, Object> functions;

	QueryFunctions(InstantSource clock, RandomGenerator random) {
		this.clock = clock;
		this.random = random;
		this.functions = Map.of("parse", function(QueryFunctions::parse), "uuid", function((args) -> uuid()), "hash",
				function(QueryFunctions::hash), "partition", function(QueryFunctions::partition), "range",
				function(QueryFunctions::range), "random", function(this::random), "now", function(this::now), "millis",
				function((args) -> this.clock.instant().toEpochMilli()));
	}

	Map<String, Object> all() {
		return this.functions;
	}

	private String uuid() {
		long high = (this.random.nextLong() & ~0xF000L) | 0x4000L;
		long low = (this.random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
		return new UUID(high, low).toString();
	}

	private @Nullable Object random(List<?> args) {
		if (args.isEmpty() || args.getFirst() == null) {
			return this.random.nextDouble();
		}
		return new Random(number(args, 0, "random").longValue()).nextDouble();
	}

	private @Nullable Object now(List<?> args) {
		String picture = (!args.isEmpty() && args.get(0) instanceof String text) ? text : null;
		String zone = (args.size() > 1 && args.get(1) instanceof String text) ? text : null;
		return format(this.clock.instant().toEpochMilli(), picture, zone);
	}

	@SuppressWarnings("NullAway") // the library takes null for "no picture" and "no zone"
	private static String format(long millis, @Nullable String picture, @Nullable String zone) {
		return DateTimeUtils.formatDateTime(millis, picture, zone);
	}

	private static @Nullable Object parse(List<?> args) {
		if (args.isEmpty() || args.getFirst() == null) {
			return null;
		}
		if (!(args.getFirst() instanceof String text)) {
			throw problem("$parse takes a string");
		}
		try {
			return Json.toQuery(Json.parse(text));
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw problem("$parse: the argument is not valid JSON");
		}
	}

	private static @Nullable Object hash(List<?> args) {
		if (args.size() != 2 || !(args.get(1) instanceof String algorithm) || !DIGESTS.contains(algorithm)) {
			throw problem("$hash takes a string and one of MD5, SHA-1, SHA-256, SHA-384, SHA-512");
		}
		if (!(args.get(0) instanceof String text)) {
			throw problem("$hash takes a string to hash");
		}
		try {
			byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw problem("$hash: this machine has no " + algorithm);
		}
	}

	private static @Nullable Object partition(List<?> args) {
		if (args.isEmpty() || args.getFirst() == null) {
			return null;
		}
		List<?> items = (args.getFirst() instanceof List<?> list) ? list : List.of(args.getFirst());
		int size = (int) Math.floor(number(args, 1, "partition").doubleValue());
		if (size < 1) {
			throw problem("$partition: the chunk size must be 1 or more");
		}
		List<Object> chunks = new ArrayList<>();
		for (int from = 0; from < items.size(); from += size) {
			chunks.add(new ArrayList<>(items.subList(from, Math.min(items.size(), from + size))));
		}
		return chunks;
	}

	private static @Nullable Object range(List<?> args) {
		double start = number(args, 0, "range").doubleValue();
		double end = number(args, 1, "range").doubleValue();
		double step = number(args, 2, "range").doubleValue();
		if (step == 0) {
			throw problem("$range: the step must not be zero");
		}
		List<Object> values = new ArrayList<>();
		for (double value = start; (step > 0) ? value <= end : value >= end; value += step) {
			if (values.size() == LONGEST_RANGE) {
				throw problem("$range: more than " + LONGEST_RANGE + " numbers");
			}
			values.add((value == Math.rint(value)) ? (Object) (long) value : (Object) value);
		}
		return values;
	}

	private static Number number(List<?> args, int index, String function) {
		if (args.size() > index && args.get(index) instanceof Number number) {
			return number;
		}
		throw problem("$" + function + ": argument " + (index + 1) + " must be a number");
	}

	private static JException problem(String message) {
		return new JException("D3137", 0, message);
	}

	private static JFunction function(Body body) {
		JFunctionCallable callable = (input, args) -> body.call(args);
		return anyArguments(callable);
	}

	@SuppressWarnings("NullAway") // no signature: the function checks its own arguments
	private static JFunction anyArguments(JFunctionCallable callable) {
		return new Jsonata.JFunction(callable, null);
	}

	private interface Body {

		@Nullable Object call(List<?> args);

	}

}
