package io.mokuroku.upstream.budget;

import java.time.Duration;
import java.util.List;

import io.mokuroku.upstream.TurningClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTests {

	private static final Duration LEASE = Duration.ofSeconds(30);

	private final TurningClock clock = new TurningClock();

	private final Ledger ledger = new Ledger();

	private int tickets;

	@Test
	void letsNoMoreCallsGoThanAWindowHoldsAndTellsWhenItIsFree() {
		Limits limits = new Limits(List.of(new Window(2, Duration.ofMinutes(1))), 8, Duration.ZERO);
		call(limits);
		this.clock.turn(Duration.ofSeconds(10));
		call(limits);
		Duration wait = waitFor(limits);
		assertThat(wait).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(51));
		this.clock.turn(wait);
		call(limits);
		assertThat(waitFor(limits)).isGreaterThan(Duration.ofSeconds(8));
	}

	@Test
	void tellsHowMuchOfTheTightestWindowIsLeft() {
		Limits limits = new Limits(List.of(new Window(4, Duration.ofSeconds(1)), new Window(10, Duration.ofMinutes(1))),
				8, Duration.ZERO);
		call(limits);
		assertThat(this.ledger.left(limits, this.clock.instant())).isEqualTo(0.75);
		this.clock.turn(Duration.ofSeconds(2));
		assertThat(this.ledger.left(limits, this.clock.instant())).isEqualTo(0.9);
		this.ledger.pause(this.clock.instant().plusSeconds(1));
		assertThat(this.ledger.left(limits, this.clock.instant())).isZero();
	}

	@Test
	void countsACallFromItsEndAsTheProviderMayHaveSeenItLate() {
		Limits limits = new Limits(List.of(new Window(1, Duration.ofSeconds(1))), 8, Duration.ZERO);
		String ticket = go(limits);
		this.clock.turn(Duration.ofSeconds(5));
		assertThat(waitFor(limits)).isLessThan(Duration.ofMillis(100));
		this.ledger.done(limits, ticket, this.clock.instant());
		assertThat(waitFor(limits)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1010));
	}

	@Test
	void holdsAllWindowsAtOnce() {
		Limits limits = new Limits(List.of(new Window(3, Duration.ofSeconds(1)), new Window(4, Duration.ofMinutes(1))),
				8, Duration.ZERO);
		for (int calls = 0; calls < 3; calls++) {
			call(limits);
		}
		assertThat(waitFor(limits)).isLessThan(Duration.ofSeconds(2));
		this.clock.turn(Duration.ofSeconds(2));
		call(limits);
		assertThat(waitFor(limits)).isGreaterThan(Duration.ofSeconds(50));
	}

	@Test
	void spacesCallsAndLetsOneGoAtATime() {
		Limits limits = new Limits(List.of(), 1, Duration.ofSeconds(4));
		String ticket = go(limits);
		this.clock.turn(Duration.ofSeconds(4));
		assertThat(waitFor(limits)).isPositive();
		this.ledger.done(limits, ticket, this.clock.instant());
		call(limits);
		assertThat(waitFor(limits)).isEqualTo(Duration.ofMillis(3_600));
	}

	@Test
	void doesNotAddUpDelays() {
		Limits limits = new Limits(List.of(), 8, Duration.ofSeconds(10));
		call(limits);
		this.clock.turn(Duration.ofMillis(9_900));
		call(limits);
		assertThat(waitFor(limits)).isEqualTo(Duration.ofMillis(9_100));
		this.clock.turn(Duration.ofMillis(12_100));
		call(limits);
		assertThat(waitFor(limits)).isEqualTo(Duration.ofSeconds(9));
	}

	@Test
	void endsACallWhoseInstanceIsGone() {
		Limits limits = new Limits(List.of(), 1, Duration.ZERO);
		go(limits);
		assertThat(waitFor(limits)).isPositive();
		this.clock.turn(LEASE);
		call(limits);
	}

	@Test
	void letsNobodyGoDuringAPause() {
		this.ledger.pause(this.clock.instant().plus(Duration.ofDays(1)));
		this.ledger.pause(this.clock.instant().plusSeconds(1));
		assertThat(this.ledger.ask(Limits.NONE, "1", LEASE, this.clock.instant()))
			.isEqualTo(new Turn.Wait(Duration.ofDays(1), true));
	}

	@Test
	void sharesABudgetAmongInstances() {
		assertThat(new Window(60, Duration.ofMinutes(1)).share(3)).isEqualTo(new Window(20, Duration.ofMinutes(1)));
		assertThat(new Window(1, Duration.ofSeconds(1)).share(3)).isEqualTo(new Window(1, Duration.ofSeconds(3)));
		assertThat(new Limits(List.of(), 4, Duration.ofSeconds(1)).share(3))
			.isEqualTo(new Limits(List.of(), 1, Duration.ofSeconds(3)));
	}

	private void call(Limits limits) {
		this.ledger.done(limits, go(limits), this.clock.instant());
	}

	private String go(Limits limits) {
		Turn turn = this.ledger.ask(limits, Integer.toString(this.tickets++), LEASE, this.clock.instant());
		assertThat(turn).isInstanceOf(Turn.Go.class);
		return ((Turn.Go) turn).ticket();
	}

	private Duration waitFor(Limits limits) {
		Turn turn = this.ledger.ask(limits, "none", LEASE, this.clock.instant());
		assertThat(turn).isInstanceOf(Turn.Wait.class);
		return ((Turn.Wait) turn).time();
	}

}
