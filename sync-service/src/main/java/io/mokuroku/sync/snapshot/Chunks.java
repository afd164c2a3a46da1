package io.mokuroku.sync.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Gathers things until it is worth dealing with them together.
 *
 * @param <T> what is gathered
 */
final class Chunks<T> {

	private final int size;

	private final ToIntFunction<T> weight;

	private final Consumer<List<T>> deal;

	private List<T> gathered = new ArrayList<>();

	private int weighs;

	Chunks(int size, ToIntFunction<T> weight, Consumer<List<T>> deal) {
		this.size = size;
		this.weight = weight;
		this.deal = deal;
	}

	void add(T one) {
		this.gathered.add(one);
		this.weighs += this.weight.applyAsInt(one);
		if (this.weighs >= this.size) {
			finish();
		}
	}

	void finish() {
		if (!this.gathered.isEmpty()) {
			List<T> chunk = this.gathered;
			this.gathered = new ArrayList<>();
			this.weighs = 0;
			this.deal.accept(chunk);
		}
	}

}
