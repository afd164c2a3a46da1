package io.mokuroku.upstream.budget;

import java.time.Duration;

import org.springframework.boot.convert.DurationStyle;

/**
 * At most so many calls in any span of a length, wherever the span begins. Written
 * {@code 30/1m} in configuration.
 *
 * @param calls at least 1
 * @param per the length of the span, at least 100 ms
 */
public record Window(int calls, Duration per) {

	public Window {
		if (calls < 1 || per.toMillis() < 100) {
			throw new IllegalArgumentException("Not a window: " + calls + " calls per " + per);
		}
	}

	/** From its written form. */
	public static Window valueOf(String text) {
		String[] parts = text.strip().split("/", 2);
		if (parts.length != 2) {
			throw new IllegalArgumentException("A window is written like 30/1m, not " + text);
		}
		return new Window(Integer.parseInt(parts[0].strip()), DurationStyle.detectAndParse(parts[1].strip()));
	}

	/**
	 * One instance's part of it: fewer calls, or a longer span where there are too few.
	 */
	Window share(int instances) {
		if (this.calls >= instances) {
			return new Window(this.calls / instances, this.per);
		}
		return new Window(1, this.per.multipliedBy(instances).dividedBy(this.calls));
	}

}
