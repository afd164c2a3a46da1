package io.mokuroku.search.index;

import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * Work that is done while a lock is held.
 */
final class Holding {

	private Holding() {
	}

	/** Waits for a lock, works, and gives the lock back whatever comes of it. */
	static <T> T lock(Lock lock, Supplier<T> work) {
		lock.lock();
		try {
			return work.get();
		}
		finally {
			lock.unlock();
		}
	}

}
