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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.mokuroku.local.Refusal;
import io.mokuroku.local.upstream.InventedTitles;
import org.jspecify.annotations.Nullable;

/**
 * Where the catalogue is seeded from, checked before anything is started.
 */
final class Dataset {

	private static final String ZSTANDARD = "28b52ffd";

	private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

	/** For all that has to come before anything is started, headers and beginning. */
	private static final Duration LIMIT = Duration.ofSeconds(30);

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
		return readable(given, LIMIT);
	}

	/**
	 * The same within a time of its own.
	 * @param limit how long a server may take to send the beginning
	 */
	static String readable(String given, Duration limit) throws InterruptedException {
		if (given.equals(SAMPLE)) {
			return given;
		}
		if (given.matches("(?i)https?://.*")) {
			refuseUnreadable(address(given), limit);
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

	/** The client's own limit ends with the headers, and a body may stop after them. */
	private static void refuseUnreadable(URI address, Duration limit) throws InterruptedException {
		FutureTask<@Nullable Void> looking = new FutureTask<>(() -> {
			look(address);
			return null;
		});
		Thread.ofVirtual().name("dataset").start(looking);
		try {
			looking.get(limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof Refusal refusal) {
				throw refusal;
			}
			throw new Refusal("The dataset " + address + " cannot be had: its server cannot be reached.");
		}
		catch (TimeoutException _) {
			throw new Refusal("The dataset " + address + " cannot be had: its server takes too long.");
		}
		finally {
			looking.cancel(true);
		}
	}

	private static void look(URI address) throws IOException, InterruptedException {
		HttpClient http = HttpClient.newBuilder()
			.connectTimeout(CONNECT_LIMIT)
			.followRedirects(HttpClient.Redirect.NORMAL)
			.build();
		try {
			HttpResponse<InputStream> response = http.send(HttpRequest.newBuilder(address).build(),
					HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream in = response.body()) {
				if (response.statusCode() != 200) {
					throw new Refusal("The dataset " + address + " cannot be had: its server answered "
							+ response.statusCode() + ".");
				}
				refuseForeign(address.toString(), in);
			}
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
