package io.mokuroku.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which troubles come, and when. The same seed brings the same ones at the same times.
 *
 * @param comings the first first
 */
record Forecast(List<Coming> comings) {

	private static final List<String> PROCESSES = List.of("sync-service", "enrichment-service", "search-api", "cloud",
			"dynamodb", "review-service", "episode-scheduler");

	private static final List<String> QUEUES = List.of("enrichment-requests", "enrichment-tasks", "catalogue-changes",
			"image-requests", "review-requests");

	private static final int KINDS = 8;

	private static final int MOST_MESSAGES = 10;

	Forecast {
		comings = List.copyOf(comings);
	}

	/**
	 * The troubles of a seed: every sort of trouble before any comes twice, and every
	 * process and queue before any is struck twice by the same sort.
	 * @param number how many
	 * @param time within which all begin
	 */
	static Forecast of(long seed, int number, Duration time) {
		Random chance = new Random(seed);
		Deck<Integer> kinds = new Deck<>(IntStream.range(0, KINDS).boxed().toList(), chance);
		Deck<String> killed = new Deck<>(PROCESSES, chance);
		Deck<String> paused = new Deck<>(PROCESSES, chance);
		Deck<String> queues = new Deck<>(QUEUES, chance);
		List<Coming> comings = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			Trouble trouble = switch (kinds.next()) {
				case 0 -> new Trouble.Killed(killed.next());
				case 1 -> new Trouble.Paused(paused.next(), seconds(chance, 2, 12));
				case 2 -> new Trouble.Outage(20 + chance.nextInt(80), seconds(chance, 3, 15));
				case 3 -> new Trouble.Repeated(queues.next(), 1 + chance.nextInt(MOST_MESSAGES));
				case 4 -> new Trouble.Delayed(queues.next(), 1 + chance.nextInt(MOST_MESSAGES), seconds(chance, 2, 15));
				case 5 -> new Trouble.ExpiredLocks(1 + chance.nextInt(5));
				case 6 -> new Trouble.LastAttempt(queues.next(), 1 + chance.nextInt(MOST_MESSAGES));
				default -> new Trouble.FullDisk(seconds(chance, 2, 8));
			};
			comings.add(new Coming(Duration.ofMillis(chance.nextLong(time.toMillis())), trouble));
		}
		comings.sort(Comparator.comparing(Coming::after));
		return new Forecast(comings);
	}

	private static Duration seconds(Random chance, int least, int most) {
		return Duration.ofMillis(1_000L * least + chance.nextInt(1_000 * (most - least)));
	}

	/**
	 * One trouble.
	 *
	 * @param after when it comes, from the beginning
	 */
	record Coming(Duration after, Trouble trouble) {
	}

	/** Deals all of its cards before any comes again. */
	private static final class Deck<T> {

		private final List<T> cards;

		private final Random chance;

		private final List<T> left = new ArrayList<>();

		Deck(List<T> cards, Random chance) {
			this.cards = cards;
			this.chance = chance;
		}

		T next() {
			if (this.left.isEmpty()) {
				this.left.addAll(this.cards);
				Collections.shuffle(this.left, this.chance);
			}
			return this.left.removeLast();
		}

	}

}
