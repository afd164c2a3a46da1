package io.mokuroku.sync.release;

import java.util.Objects;

import io.mokuroku.catalogue.Provider;
import org.jspecify.annotations.Nullable;

/**
 * A gate that a release did not pass.
 *
 * @param gate which
 * @param provider whose links are concerned; absent unless the gate is {@link Gate#LINKS}
 * @param limit what would have been let through: a least number for {@link Gate#RECORDS},
 * {@link Gate#READABLE} and {@link Gate#LINKS}, a greatest one for
 * {@link Gate#SHARED_LINKS}
 * @param seen what was there instead
 */
public record GateFailure(Gate gate, @Nullable Provider provider, long limit, long seen) {

	public GateFailure {
		Objects.requireNonNull(gate, "gate");
	}

	/** The failure in a few words, for people. */
	public String message() {
		return switch (this.gate) {
			case RECORDS -> "%d records, at least %d expected".formatted(this.seen, this.limit);
			case READABLE -> "%d positions can be read, at least %d expected".formatted(this.seen, this.limit);
			case LINKS -> "%d links of %s, at least %d expected".formatted(this.seen, this.provider, this.limit);
			case SHARED_LINKS ->
				"%d links occur in several records, at most %d allowed".formatted(this.seen, this.limit);
		};
	}

}
