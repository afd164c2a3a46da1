package io.mokuroku.upstream;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.mokuroku.upstream.budget.Limits;
import io.mokuroku.upstream.budget.Window;
import org.jspecify.annotations.Nullable;

/**
 * How often a provider may be asked, where that is not what it publishes.
 *
 * @param windows such as {@code 3/1s,60/1m}, all hold at once; empty for no limit
 * @param parallel how many calls may be under way at once
 * @param spacing how long after the start of a call the next one may start
 */
public record LimitSettings(@Nullable List<Window> windows, @Nullable Integer parallel, @Nullable Duration spacing) {

	Limits or(Limits published) {
		return new Limits(Objects.requireNonNullElse(this.windows, published.windows()),
				Objects.requireNonNullElse(this.parallel, published.parallel()),
				Objects.requireNonNullElse(this.spacing, published.spacing()));
	}

}
