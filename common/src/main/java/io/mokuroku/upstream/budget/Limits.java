package io.mokuroku.upstream.budget;

import java.time.Duration;
import java.util.List;

/**
 * How often a provider may be asked.
 *
 * @param windows all hold at once; none means as often as wanted
 * @param parallel how many calls may be under way at once, at least 1
 * @param spacing how long after the start of a call the next one may start
 */
public record Limits(List<Window> windows, int parallel, Duration spacing) {

	/** For a provider of our own. */
	public static final Limits NONE = new Limits(List.of(), 64, Duration.ZERO);

	public Limits {
		windows = List.copyOf(windows);
		if (parallel < 1 || spacing.isNegative()) {
			throw new IllegalArgumentException("Not limits: " + parallel + " at once, spaced " + spacing);
		}
	}

	/** One instance's part of it. */
	Limits share(int instances) {
		return new Limits(this.windows.stream().map((window) -> window.share(instances)).toList(),
				Math.max(1, this.parallel / instances), this.spacing.multipliedBy(instances));
	}

	/**
	 * For calls that give way to others. They count together with all others but find the
	 * limits reached when a part of them is used, so that they go only while a provider
	 * is hardly needed.
	 * @param part above 0, at most 1
	 */
	public Limits yielding(double part) {
		if (!(part > 0 && part <= 1)) {
			throw new IllegalArgumentException("Not a part: " + part);
		}
		return new Limits(this.windows.stream()
			.map((window) -> new Window(Math.max(1, (int) (window.calls() * part)), window.per()))
			.toList(), 1, Duration.ofMillis(Math.round(this.spacing.toMillis() / part)));
	}

	/** The longest window, zero if there is none. */
	Duration longest() {
		return this.windows.stream().map(Window::per).max(Duration::compareTo).orElse(Duration.ZERO);
	}

}
