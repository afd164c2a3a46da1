package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.OptionalInt;

import io.mokuroku.local.Refusal;
import io.mokuroku.local.upstream.InventedTitles;

/**
 * Where the catalogue is seeded from, checked before anything is started.
 */
final class Dataset {

	private static final String ZSTANDARD = "28b52ffd";

	private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

	private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

	/** The titles that come with the checkout. */
	static final String SAMPLE = "sample";

	private static final String INVENTED = "invented:";

	private Dataset() {
	}

	/**
	 * How many invented titles a dataset consists of; none if it is one of another kind.
	 */
	static OptionalInt invented(String dataset) {
		return dataset.startsWith(INVENTED) ? OptionalInt.of(Integer.parseInt(dataset.substring(INVENTED.length())))
				: OptionalInt.empty();
	}

	/**
	 * The dataset as sync-service understands it.
	 * @param given a file, an http(s) URL, {@code sample}, or {@code invented:} and how
	 * many titles
	 * @return the absolute path of the file, anything else as it is
	 * @throws Refusal when it cannot be read, or what it begins with is no release
	 */
	static String readable(String given) throws InterruptedException {
		if (given.equals(SAMPLE)) {
			return given;
		}
		if (given.matches("(?i)https?://.*")) {
			refuseUnreadable(address(given));
			return given;
		}
		if (given.startsWith(INVENTED)) {
			if (!given.matches(INVENTED + "[1-9]\\d{0,3}") || invented(given).getAsInt() > InventedTitles.ALL) {
				throw new Refusal("There are 1 to " + InventedTitles.ALL + " invented titles, not "
						+ given.substring(INVENTED.length()) + ".");
			}
			return given;
		}
		Path file = path(given);
		if (!Files.exists(file)) {
			throw new Refusal("The dataset " + file + " does not exist.");
		}
		if (Files.isDirectory(file)) {
			throw new Refusal("The dataset " + file + " is a directory, not a file.");
		}
		try (InputStream in = Files.newInputStream(file)) {
			refuseForeign(file.toString(), in);
		}
		catch (IOException _) {
			throw new Refusal("The dataset " + file + " cannot be read.");
		}
		return file.toString();
	}

	private static Path path(String given) {
		try {
			return Path.of(given).toAbsolutePath().normalize();
		}
		catch (InvalidPathException _) {
			throw new Refusal("The dataset " + given + " is not a file name.");
		}
	}

	private static URI address(String given) {
		try {
			URI address = URI.create(given);
			if (address.getHost() != null) {
				return address;
			}
		}
		catch (IllegalArgumentException _) {
			// refused below
		}
		throw new Refusal("The dataset " + given + " is not a URL that can be read.");
	}

	private static void refuseUnreadable(URI address) throws InterruptedException {
		HttpClient http = HttpClient.newBuilder()
			.connectTimeout(CONNECT_LIMIT)
			.followRedirects(HttpClient.Redirect.NORMAL)
			.build();
		HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT).build();
		try {
			HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream in = response.body()) {
				if (response.statusCode() != 200) {
					throw new Refusal("The dataset " + address + " cannot be had: its server answered "
							+ response.statusCode() + ".");
				}
				refuseForeign(address.toString(), in);
			}
		}
		catch (IOException _) {
			throw new Refusal("The dataset " + address + " cannot be had: its server cannot be reached.");
		}
		finally {
			http.shutdownNow();
		}
	}

	/** A release is JSON, perhaps compressed; what it begins with tells, not its name. */
	private static void refuseForeign(String name, InputStream in) throws IOException {
		byte[] start = in.readNBytes(64);
		if (start.length == 0) {
			throw new Refusal("The dataset " + name + " is empty.");
		}
		boolean compressed = HexFormat.of().formatHex(start).startsWith(ZSTANDARD);
		if (!compressed && firstOfText(start) != '{') {
			throw new Refusal("The dataset " + name + " is neither JSON nor JSON compressed with Zstandard.");
		}
	}

	private static int firstOfText(byte[] start) {
		for (byte each : start) {
			if (!Character.isWhitespace(each)) {
				return each;
			}
		}
		return -1;
	}

}
