package io.mokuroku.upstream.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.mokuroku.upstream.shared.SharedState;

/**
 * The budget of one provider. Calls of an instance wait in line, so that only the first
 * one asks the shared ledger.
 */
public final class Budget {

	private final SharedLedger ledger;

	private final Waiting waiting;

	private final InstantSource clock;

	private final Naps naps;

	private final Semaphore places;

	private final Semaphore line = new Semaphore(1, true);

	/**
	 * A budget.
	 * @param provider whose
	 * @param limits how often it may be asked
	 * @param waiting how calls wait
	 * @param shared where instances count together
	 * @param clock tells when they count alone
	 * @param naps lets time pass
	 */
	public Budget(String provider, Limits limits, Waiting waiting, SharedState shared, InstantSource clock, Naps naps) {
		this.ledger = new SharedLedger(shared, provider, limits, waiting, clock);
		this.waiting = waiting;
		this.clock = clock;
		this.naps = naps;
		this.places = new Semaphore(waiting.places());
	}

	/**
	 * Waits for a turn.
	 * @return to be closed when the call has ended, however it did
	 * @throws NoTurn if that would take too long
	 */
	public Ticket take() throws NoTurn {
		if (!this.places.tryAcquire()) {
			throw new NoTurn(this.waiting.patience(), false);
		}
		try {
			return new Ticket(inLine());
		}
		catch (NoTurn | RuntimeException ex) {
			this.places.release();
			throw ex;
		}
		catch (InterruptedException ex) {
			this.places.release();
			Thread.currentThread().interrupt();
			throw new NoTurn(this.waiting.patience(), false);
		}
	}

	/** The provider has asked all of us to be left alone for a time. */
	public void pause(Duration time) {
		this.ledger.pause(time);
	}

	/**
	 * How much of what the provider allows is left, of the window that is used most.
	 * @return from 0, as while nobody may call, to 1
	 */
	public double left() {
		return this.ledger.left();
	}

	private String inLine() throws NoTurn, InterruptedException {
		Instant until = this.clock.instant().plus(this.waiting.patience());
		if (!this.line.tryAcquire(this.waiting.patience().toNanos(), TimeUnit.NANOSECONDS)) {
			throw new NoTurn(this.waiting.patience(), false);
		}
		try {
			while (true) {
				switch (this.ledger.ask(UUID.randomUUID().toString())) {
					case Turn.Go go -> {
						return go.ticket();
					}
					case Turn.Wait wait when this.clock.instant().plus(wait.time()).isAfter(until) ->
						throw new NoTurn(wait.time(), wait.paused());
					case Turn.Wait wait -> this.naps.sleep(wait.time());
				}
			}
		}
		finally {
			this.line.release();
		}
	}

	/**
	 * A turn that was taken.
	 */
	public final class Ticket implements AutoCloseable {

		private final String number;

		Ticket(String number) {
			this.number = number;
		}

		@Override
		public void close() {
			Budget.this.ledger.done(this.number);
			Budget.this.places.release();
		}

	}

}
