package io.mokuroku.local.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Searches again and again, and notes what was not answered although search-api was
 * there.
 */
final class SearchWatch {

	private static final Duration PAUSE = Duration.ofMillis(200);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	private final String address;

	private final List<String> questions;

	private final BooleanSupplier there;

	private final List<String> faults = new ArrayList<>();

	private int answered;

	private int excused;

	private Duration slowest = Duration.ZERO;

	/**
	 * Searches to come.
	 * @param address of the search, up to its question
	 * @param there whether search-api is neither being started nor standing still
	 */
	SearchWatch(String address, List<String> questions, BooleanSupplier there) {
		this.address = address;
		this.questions = List.copyOf(questions);
		this.there = there;
	}

	/** Searches until the thread is interrupted. */
	void watch() {
		try {
			for (int number = 0; !Thread.currentThread().isInterrupted(); number++) {
				ask(this.questions.get(number % this.questions.size()));
				Thread.sleep(PAUSE);
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void ask(String question) throws InterruptedException {
		boolean before = this.there.getAsBoolean();
		long begin = System.nanoTime();
		String fault = fault(question);
		Duration took = Duration.ofNanos(System.nanoTime() - begin);
		if (fault.isEmpty()) {
			note(took);
		}
		else if (before && this.there.getAsBoolean()) {
			note(question + " " + fault + " after " + took);
		}
		else {
			excuse();
		}
	}

	private String fault(String question) throws InterruptedException {
		URI uri = URI.create(this.address + URLEncoder.encode(question, StandardCharsets.UTF_8));
		try {
			int status = this.http
				.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding())
				.statusCode();
			return (status == 200) ? "" : "was answered " + status;
		}
		catch (IOException ex) {
			return "was not answered: " + ex;
		}
	}

	private synchronized void note(Duration took) {
		this.answered++;
		this.slowest = (took.compareTo(this.slowest) > 0) ? took : this.slowest;
	}

	private synchronized void note(String fault) {
		this.faults.add(fault);
	}

	private synchronized void excuse() {
		this.excused++;
	}

	/** What should have been answered and was not, a sentence each. */
	synchronized List<String> faults() {
		return (this.answered == 0) ? List.of("no search was answered") : List.copyOf(this.faults);
	}

	/** How it went, as one line. */
	synchronized String summary() {
		return "%d searches answered, the slowest after %d ms, %d while search-api was away, %d in vain"
			.formatted(this.answered, this.slowest.toMillis(), this.excused, this.faults.size());
	}

}
